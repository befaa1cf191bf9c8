package io.policyc.findings.render;

/// Text from outside made safe to show on a terminal.
///
/// A file name or a word of a policy may hold escape sequences, bidirectional controls or invisible
/// characters: shown as they are they would rewrite the screen or hide what is refused.
public final class Visible {
  private Visible() {}

  /// The text with every character that steers a terminal, or that nobody sees, written as a
  /// backslash and its code point, such as `u{1b}`.
  public static String text(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /// Appends one character as [#text] shows it.
  static void append(StringBuilder out, int codePoint) {
    if (isHidden(codePoint)) {
      escape(out, codePoint);
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  /// Appends a backslash and a code point, such as `u{1b}`.
  static void escape(StringBuilder out, int codePoint) {
    out.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
  }

  /// How many columns of a terminal a character takes as [#append] writes it.
  static int width(int codePoint) {
    if (isHidden(codePoint)) {
      return 4 + Integer.toHexString(codePoint).length();
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < 0x20 || c > 0x7e) {
        return false;
      }
    }
    return true;
  }

  /// Whether a character steers a terminal, or is one that nobody sees.
  static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  // The blocks that Unicode's East Asian Width names W or F, as terminals draw them.
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115f
            || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1f64f)
            || (c >= 0x1f900 && c <= 0x1f9ff)
            || (c >= 0x20000 && c <= 0x3fffd));
  }
}
