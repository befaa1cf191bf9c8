package io.policyc.compiler.regex;

/// Writes a text as an expression that matches it alone.
final class Quoting {
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  private Quoting() {}

  static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        out.append('\\');
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }
}
