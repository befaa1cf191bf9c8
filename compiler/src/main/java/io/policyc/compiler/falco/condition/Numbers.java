package io.policyc.compiler.falco.condition;

/// Where a number ends in a condition's text, as Falco's parser cuts it; whether a field takes it
/// is asked later.
final class Numbers {
  private Numbers() {}

  /// Behind the number at an offset, or the offset itself where none stands.
  static int end(String text, int at) {
    int hex = hexEnd(text, at);
    return hex > at ? hex : decimalEnd(text, at);
  }

  private static int hexEnd(String text, int at) {
    if (!text.startsWith("0x", at) && !text.startsWith("0X", at)) {
      return at;
    }
    int end = at + 2;
    while (end < text.length() && isHex(text.charAt(end))) {
      end++;
    }
    return end == at + 2 ? at : end;
  }

  private static int decimalEnd(String text, int at) {
    int start = at + (is(text, at, '+') || is(text, at, '-') ? 1 : 0);
    int end = digits(text, start);
    if (end == start) {
      return at;
    }
    end = is(text, end, '.') ? digits(text, end + 1) : end;
    return exponentEnd(text, end);
  }

  // The sign must be there: `1e5` ends before the `e`.
  private static int exponentEnd(String text, int at) {
    boolean sign = is(text, at + 1, '+') || is(text, at + 1, '-');
    if ((!is(text, at, 'e') && !is(text, at, 'E')) || !sign) {
      return at;
    }
    int end = digits(text, at + 2);
    return end == at + 2 ? at : end;
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static boolean is(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  // As lenient as Falco, which takes any letter here.
  private static boolean isHex(char c) {
    return Lexer.isIdentifier(c) && c != '_';
  }
}
