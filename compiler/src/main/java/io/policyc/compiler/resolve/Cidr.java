package io.policyc.compiler.resolve;

import java.util.Optional;

/// An address range as written, host bits perhaps set.
record Cidr(IpAddress address, int prefix) {
  /// Reads `203.0.113.0/24`; empty for anything else, an address without a length too.
  static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : IpAddress.parse(text.substring(0, slash))
            .flatMap(address -> withLength(address, text.substring(slash + 1)));
  }

  private static Optional<Cidr> withLength(IpAddress address, String length) {
    boolean digits =
        !length.isEmpty()
            && length.length() <= 3
            && length.chars().allMatch(c -> c >= '0' && c <= '9')
            && (length.length() == 1 || length.charAt(0) != '0');
    return digits && Integer.parseInt(length) <= address.bits()
        ? Optional.of(new Cidr(address, Integer.parseInt(length)))
        : Optional.empty();
  }

  /// The same range without host bits.
  Cidr canonical() {
    return new Cidr(address.masked(prefix), prefix);
  }

  boolean isCanonical() {
    return equals(canonical());
  }

  /// Whether all addresses of the other range are in this one.
  boolean contains(Cidr other) {
    return address.v6() == other.address.v6()
        && prefix <= other.prefix
        && other.address.masked(prefix).equals(address.masked(prefix));
  }

  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
