package io.policyc.compiler.falco.condition;

/// How a condition writes constants and arguments: bare where that is possible.
final class Quotes {
  private Quotes() {}

  static String constant(String text) {
    return isBare(text) ? text : quoted(text);
  }

  /// Whether a text can stand without quotes; the modifiers can, but read like modifiers.
  static boolean isBare(String text) {
    for (Comparand.Modifier modifier : Comparand.Modifier.values()) {
      if (text.equals(modifier.text())) {
        return false;
      }
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\0' || !Lexer.isBare(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static String argument(String text) {
    boolean bare = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      bare &= Lexer.isArgument(text.charAt(i));
    }
    return bare ? text : quoted(text);
  }

  static String quoted(String text) {
    if (text.endsWith("\\") || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("no quotes can hold: " + text);
    }
    boolean single = text.indexOf('"') >= 0 && text.indexOf('\'') < 0;
    char quote = single ? '\'' : '"';
    StringBuilder out = new StringBuilder().append(quote);
    for (int i = 0; i < text.length(); i++) {
      escape(out, text.charAt(i), quote);
    }
    return out.append(quote).toString();
  }

  private static void escape(StringBuilder out, char c, char quote) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> out.append(c == quote ? "\\" : "").append(c);
    }
  }
}
