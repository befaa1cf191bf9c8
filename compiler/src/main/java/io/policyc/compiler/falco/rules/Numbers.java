package io.policyc.compiler.falco.rules;

/// Numbers as Falco reads them.
final class Numbers {
  private Numbers() {}

  /// Whether a text is a decimal number; a sign may stand before it, and blanks before that.
  static boolean isNumber(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || isTab(text.charAt(at)))) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    return isDigits(text.substring(at));
  }

  static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isTab(char c) {
    return c >= '\t' && c <= '\r';
  }
}
