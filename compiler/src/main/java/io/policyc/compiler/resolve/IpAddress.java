package io.policyc.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An IPv4 or IPv6 address.
///
/// @param v6 whether it is an IPv6 address
/// @param high the upper 64 bits of an IPv6 address; 0 for IPv4
/// @param low the other bits
record IpAddress(boolean v6, long high, long low) {
  /// Reads four decimal numbers, or RFC 4291's text form, also with four decimal numbers at its
  /// end; no zone, no leading zeros in decimal numbers.
  static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') < 0 ? v4(text).map(a -> new IpAddress(false, 0, a)) : v6(text);
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

  private static Optional<Long> v4(String text) {
    List<String> parts = split(text, '.');
    long address = 0;
    for (String part : parts) {
      if (!isDecimalByte(part)) {
        return Optional.empty();
      }
      address = address << 8 | Integer.parseInt(part);
    }
    return parts.size() == 4 ? Optional.of(address) : Optional.empty();
  }

  private static boolean isDecimalByte(String part) {
    return !part.isEmpty()
        && part.length() <= 3
        && part.chars().allMatch(c -> c >= '0' && c <= '9')
        && (part.length() == 1 || part.charAt(0) != '0')
        && Integer.parseInt(part) <= 255;
  }

  private static Optional<IpAddress> v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(g -> g.size() == 8).map(IpAddress::ofGroups);
    }
    Optional<List<Integer>> head = groups(text.substring(0, gap));
    Optional<List<Integer>> tail = groups(text.substring(gap + 2));
    return head.flatMap(h -> tail.filter(t -> h.size() + t.size() < 8).map(t -> filled(h, t)));
  }

  private static IpAddress filled(List<Integer> head, List<Integer> tail) {
    List<Integer> all = new ArrayList<>(head);
    while (all.size() + tail.size() < 8) {
      all.add(0);
    }
    all.addAll(tail);
    return ofGroups(all);
  }

  private static IpAddress ofGroups(List<Integer> groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 16 | low >>> 48;
      low = low << 16 | groups.get(i);
    }
    return new IpAddress(true, high, low);
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    List<String> parts = text.isEmpty() ? List.of() : split(text, ':');
    for (int i = 0; i < parts.size(); i++) {
      boolean decimal = i == parts.size() - 1 && parts.get(i).indexOf('.') >= 0;
      if (!(decimal ? addV4(parts.get(i), groups) : addGroup(parts.get(i), groups))) {
        return Optional.empty();
      }
    }
    return groups.size() <= 8 ? Optional.of(groups) : Optional.empty();
  }

  private static boolean addGroup(String part, List<Integer> groups) {
    boolean is =
        !part.isEmpty()
            && part.length() <= 4
            && part.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    if (is) {
      groups.add(Integer.parseInt(part, 16));
    }
    return is;
  }

  private static boolean addV4(String part, List<Integer> groups) {
    Optional<Long> address = v4(part);
    address.ifPresent(
        a -> {
          groups.add((int) (a >>> 16));
          groups.add((int) (a & 0xFFFF));
        });
    return address.isPresent();
  }

  private static List<String> split(String text, char at) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf(at); i >= 0; i = text.indexOf(at, start)) {
      parts.add(text.substring(start, i));
      start = i + 1;
    }
    parts.add(text.substring(start));
    return parts;
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
