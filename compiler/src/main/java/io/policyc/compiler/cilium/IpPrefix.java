package io.policyc.compiler.cilium;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A range of addresses such as `203.0.113.0/24`, read as Go's `netip.ParsePrefix` reads it: no
/// leading zeros, no zone; bits behind the prefix may be set.
///
/// @param v6 whether it is IPv6
/// @param high the upper 64 bits, 0 for IPv4
/// @param low the lower 64 bits; IPv4 is in its lower half
/// @param bits the length of the prefix
public record IpPrefix(boolean v6, long high, long low, int bits) {
  /// The prefix of a text; empty when it is none.
  public static Optional<IpPrefix> parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0 || text.length() > 60) {
      return Optional.empty();
    }
    long @Nullable [] address = address(text.substring(0, slash));
    if (address == null) {
      return Optional.empty();
    }
    boolean v6 = text.indexOf(':') >= 0;
    int bits = decimal(text, slash + 1, text.length(), v6 ? 128 : 32);
    return bits < 0
        ? Optional.empty()
        : Optional.of(new IpPrefix(v6, address[0], address[1], bits));
  }

  /// Whether a text is an address without a prefix.
  static boolean isAddress(String text) {
    return text.length() <= 45 && address(text) != null;
  }

  /// Whether the first address of another prefix lies in this one.
  boolean containsAddressOf(IpPrefix other) {
    if (v6 != other.v6) {
      return false;
    }
    int padded = v6 ? bits : bits + 96;
    long differs = padded <= 64 ? shift(high ^ other.high, 64 - padded) : high ^ other.high;
    return differs == 0 && (padded <= 64 || shift(low ^ other.low, 128 - padded) == 0);
  }

  private static long shift(long value, int by) {
    return by >= 64 ? 0 : value >>> by;
  }

  private static long @Nullable [] address(String text) {
    if (text.indexOf(':') >= 0) {
      return Ipv6.parse(text);
    }
    long low = v4(text);
    return low < 0 ? null : new long[] {0, low};
  }

  /// The 32 bits of four decimal parts; -1 when the text is no such address.
  static long v4(String text) {
    long address = 0;
    int start = 0;
    for (int part = 0; part < 4; part++) {
      int end = part == 3 ? text.length() : text.indexOf('.', start);
      int number = end < 0 ? -1 : decimal(text, start, end, 255);
      if (number < 0) {
        return -1;
      }
      address = address << 8 | number;
      start = end + 1;
    }
    return address;
  }

  private static int decimal(String text, int start, int end, int max) {
    if (start >= end || end - start > 3 || (text.charAt(start) == '0' && end - start > 1)) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value <= max ? value : -1;
  }
}
