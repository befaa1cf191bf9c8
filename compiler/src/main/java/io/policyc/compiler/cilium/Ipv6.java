package io.policyc.compiler.cilium;

import org.jspecify.annotations.Nullable;

/// Reads an IPv6 address: groups of up to four hexadecimal digits, `::` once, four decimal parts in
/// place of the last two groups.
final class Ipv6 {
  private static final int GROUPS = 8;

  private final int[] groups = new int[GROUPS];
  private int count;
  private int gap = -1;

  private Ipv6() {}

  /// The upper and the lower 64 bits; null when the text is no address.
  static long @Nullable [] parse(String text) {
    Ipv6 address = new Ipv6();
    return address.readAll(text) ? address.bits() : null;
  }

  private boolean readAll(String text) {
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      int end = text.indexOf(':', at);
      if (end < 0) {
        return readLast(text.substring(at)) && isWhole();
      }
      if (!readGroup(text.substring(at, end))) {
        return false;
      }
      at = end + 1;
      if (at < text.length() && text.charAt(at) == ':') {
        if (gap >= 0) {
          return false;
        }
        gap = count;
        at++;
      } else if (at == text.length()) {
        return false;
      }
    }
    return isWhole();
  }

  private boolean isWhole() {
    return gap < 0 ? count == GROUPS : count < GROUPS;
  }

  private boolean readLast(String group) {
    if (group.indexOf('.') < 0) {
      return readGroup(group);
    }
    long v4 = IpPrefix.v4(group);
    if (v4 < 0 || count > GROUPS - 2) {
      return false;
    }
    groups[count++] = (int) (v4 >>> 16);
    groups[count++] = (int) (v4 & 0xffff);
    return true;
  }

  private boolean readGroup(String group) {
    if (group.isEmpty() || group.length() > 4 || count == GROUPS) {
      return false;
    }
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      int digit = group.charAt(i) < 0x80 ? Character.digit(group.charAt(i), 16) : -1;
      if (digit < 0) {
        return false;
      }
      value = value << 4 | digit;
    }
    groups[count++] = value;
    return true;
  }

  private long[] bits() {
    long[] bits = new long[2];
    int behindGap = gap < 0 ? 0 : count - gap;
    for (int i = 0; i < GROUPS; i++) {
      boolean before = i < count - behindGap;
      int fromEnd = GROUPS - i;
      int group = before ? groups[i] : fromEnd <= behindGap ? groups[count - fromEnd] : 0;
      bits[i / 4] = bits[i / 4] << 16 | group;
    }
    return bits;
  }
}
