package io.policyc.compiler.resolve;

import io.policyc.compiler.cilium.IpPrefix;
import java.util.Optional;

/// An address range as written, host bits perhaps set.
record Cidr(IpAddress address, int prefix) {
  /// Reads `203.0.113.0/24`; empty for anything else, an address without a length too.
  static Optional<Cidr> parse(String text) {
    return IpPrefix.parse(text)
        .map(p -> new Cidr(new IpAddress(p.v6(), p.high(), p.low()), p.bits()));
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
