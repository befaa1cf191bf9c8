package io.policyc.compiler.resolve;

/// The canonical text of an IPv6 address: lower case, no leading zeros, the first longest run of
/// two or more zero groups as `::`.
///
/// Source: RFC 5952, section 4; but for IPv4-mapped addresses, which no policy holds.
final class Ipv6Text {
  private Ipv6Text() {}

  static String of(long high, long low) {
    int[] groups = groups(high, low);
    int start = longestRun(groups);
    int end = start < 0 ? -1 : endOfRun(groups, start);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i = end - 1;
      } else {
        text.append(i == 0 || i == end ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static int[] groups(long high, long low) {
    int[] groups = new int[8];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (high >>> (48 - 16 * i) & 0xFFFF);
      groups[i + 4] = (int) (low >>> (48 - 16 * i) & 0xFFFF);
    }
    return groups;
  }

  private static int longestRun(int[] groups) {
    int best = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int run = endOfRun(groups, i) - i;
      if (run > length) {
        best = i;
        length = run;
      }
    }
    return best;
  }

  private static int endOfRun(int[] groups, int start) {
    int end = start;
    while (end < 8 && groups[end] == 0) {
      end++;
    }
    return end;
  }
}
