package io.policyc.compiler.parse;

/// User text as messages show it.
final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  /// The text in backticks, cut where it is long, with anything unprintable as its code point.
  static String of(String text) {
    StringBuilder shown = new StringBuilder("`");
    int at = 0;
    while (at < text.length() && at < LONGEST) {
      int point = text.codePointAt(at);
      if (point >= ' ' && point < 0x7F) {
        shown.appendCodePoint(point);
      } else {
        shown.append(codePoint(point));
      }
      at += Character.charCount(point);
    }
    return shown.append(at < text.length() ? "…`" : "`").toString();
  }

  /// `U+202E`
  static String codePoint(int point) {
    return String.format("U+%04X", point);
  }
}
