package io.policyc.compiler.resolve;

import java.util.Optional;

/// An IPv4 or IPv6 address.
///
/// @param v6 whether it is an IPv6 address
/// @param high the upper 64 bits of an IPv6 address; 0 for IPv4
/// @param low the other bits
record IpAddress(boolean v6, long high, long low) {
  /// Reads an address as Go's `netip.ParseAddr` does, but without zones.
  static Optional<IpAddress> parse(String text) {
    return Cidr.parse(text + (text.indexOf(':') < 0 ? "/32" : "/128")).map(Cidr::address);
  }

  /// How many bits it has.
  int bits() {
    return v6 ? 128 : 32;
  }

  /// The address with all but the first bits cleared.
  IpAddress masked(int prefix) {
    if (!v6) {
      return new IpAddress(false, 0, low & mask(prefix + 32));
    }
    return new IpAddress(true, high & mask(prefix), low & mask(prefix - 64));
  }

  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << (64 - bits);
  }

  /// Whether it is an IPv4 address written as IPv6 one, `::ffff:0:0/96`.
  boolean isMapped() {
    return v6 && high == 0 && low >>> 32 == 0xFFFF;
  }

  /// The IPv4 address that is written as an IPv6 one.
  IpAddress unmapped() {
    return new IpAddress(false, 0, low & 0xFFFF_FFFFL);
  }

  /// The canonical text of RFC 5952.
  @Override
  public String toString() {
    return v6 ? Ipv6Text.of(high, low) : text4();
  }

  private String text4() {
    return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
  }
}
