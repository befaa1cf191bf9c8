package io.policyc.compiler.falco.evaluate;

import java.util.Optional;

/// An address.
///
/// @param v6 whether it has 128 bits
/// @param high the upper 64 bits of an IPv6 address; 0 for IPv4
/// @param low the other bits
record Ip(boolean v6, long high, long low) {
  /// `0.0.0.0`, which a socket without addresses has.
  static final Ip NONE4 = new Ip(false, 0, 0);

  /// `::`, which a socket without addresses has.
  static final Ip NONE6 = new Ip(true, 0, 0);

  /// Reads an address as `inet_pton` does; a dot makes it an IPv4 address, as in Falco.
  static Optional<Ip> parse(String text) {
    boolean v4 = text.indexOf('.') >= 0 && text.indexOf(':') < 0;
    return v4 ? v4(text).map(low -> new Ip(false, 0, low)) : v6(text);
  }

  private static Optional<Long> v4(String text) {
    String[] parts = text.split("\\.", -1);
    long bits = 0;
    for (String part : parts) {
      int octet = number(part, 10, 3);
      if (parts.length != 4
          || octet < 0
          || octet > 255
          || (part.length() > 1 && part.charAt(0) == '0')) {
        return Optional.empty();
      }
      bits = bits << 8 | octet;
    }
    return Optional.of(bits);
  }

  private static Optional<Ip> v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(g -> g.length == 8).map(Ip::of);
    }
    Optional<int[]> head = groups(text.substring(0, gap));
    Optional<int[]> tail = groups(text.substring(gap + 2));
    return head.flatMap(h -> tail.flatMap(t -> joined(h, t)));
  }

  private static Optional<Ip> joined(int[] head, int[] tail) {
    if (head.length + tail.length > 7) {
      return Optional.empty();
    }
    int[] all = new int[8];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
    return Optional.of(of(all));
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    boolean mapped = parts[parts.length - 1].indexOf('.') >= 0;
    int[] groups = new int[parts.length + (mapped ? 1 : 0)];
    for (int i = 0; i < parts.length - (mapped ? 1 : 0); i++) {
      groups[i] = number(parts[i], 16, 4);
      if (groups[i] < 0) {
        return Optional.empty();
      }
    }
    return mapped ? withV4(groups, parts[parts.length - 1]) : Optional.of(groups);
  }

  private static Optional<int[]> withV4(int[] groups, String text) {
    return v4(text)
        .map(
            bits -> {
              groups[groups.length - 2] = (int) (bits >>> 16);
              groups[groups.length - 1] = (int) (bits & 0xFFFF);
              return groups;
            });
  }

  private static int number(String text, int radix, int digits) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0 || i >= digits || text.charAt(i) > 'f') {
        return -1;
      }
      value = value * radix + digit;
    }
    return text.isEmpty() ? -1 : value;
  }

  private static Ip of(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + 4];
    }
    return new Ip(true, high, low);
  }

  /// A range of addresses; bits behind the prefix don't count.
  record Net(Ip base, int prefix) {
    /// Reads `10.0.0.0/8`; `::/0` is none, as in Falco.
    static Optional<Net> parse(String text) {
      int slash = text.indexOf('/');
      if (slash < 0) {
        return Optional.empty();
      }
      int prefix = number(text.substring(slash + 1), 10, 3);
      return Ip.parse(text.substring(0, slash))
          .filter(ip -> prefix >= (ip.v6() ? 1 : 0) && prefix <= (ip.v6() ? 128 : 32))
          .map(ip -> new Net(ip, prefix));
    }

    boolean contains(Ip ip) {
      return ip.v6() == base.v6()
          && same(ip.high(), base.high(), prefix)
          && same(ip.low(), base.low(), base.v6() ? prefix - 64 : prefix + 32);
    }

    private static boolean same(long one, long other, int bits) {
      long mask = bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << (64 - bits);
      return (one & mask) == (other & mask);
    }
  }
}
