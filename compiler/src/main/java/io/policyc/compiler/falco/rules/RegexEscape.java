package io.policyc.compiler.falco.rules;

/// The escapes of POSIX syntax in RE2.
final class RegexEscape {
  private RegexEscape() {}

  /// Behind the escape at an offset, or -1 where there is none.
  static int end(String text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    char c = text.charAt(at + 1);
    if (c >= '0' && c <= '7') {
      return octal(text, at + 1);
    }
    if (c == 'x') {
      return hex(text, at + 2);
    }
    boolean word = Character.isLetterOrDigit(c) || c == '_';
    boolean plain = c < 0x80 && !word;
    return plain || "nrtafv".indexOf(c) >= 0 ? at + 2 : -1;
  }

  // `\1` alone would refer back, which RE2 doesn't.
  private static int octal(String text, int at) {
    boolean zero = text.charAt(at) == '0';
    int end = at + 1;
    while (end < text.length() && end < at + 3 && isOctal(text.charAt(end))) {
      end++;
    }
    return zero || end > at + 1 ? end : -1;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static int hex(String text, int at) {
    if (at < text.length() && text.charAt(at) == '{') {
      int end = text.indexOf('}', at);
      boolean digits = end > at + 1 && end - at <= 9 && allHex(text, at + 1, end);
      boolean character = digits && Long.parseLong(text, at + 1, end, 16) <= 0x10FFFF;
      return character ? end + 1 : -1;
    }
    return at + 2 <= text.length() && allHex(text, at, at + 2) ? at + 2 : -1;
  }

  private static boolean allHex(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }
}
