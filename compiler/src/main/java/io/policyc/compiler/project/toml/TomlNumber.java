package io.policyc.compiler.project.toml;

import java.util.OptionalLong;

/// A number as TOML writes it: `1_000`, `0xff`, `6.02e23`.
///
/// @param word without blanks
record TomlNumber(String word) {
  boolean isWhole() {
    return radix() == 10 ? isDecimal(unsigned()) : areDigits(word.substring(2), radix());
  }

  /// The number; empty when it does not fit into 64 bits.
  OptionalLong whole() {
    int radix = radix();
    String digits = (radix == 10 ? word : word.substring(2)).replace("_", "");
    try {
      return OptionalLong.of(Long.parseLong(digits, radix));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  boolean isReal() {
    String text = unsigned();
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = exponent < 0 ? text : text.substring(0, exponent);
    if (exponent >= 0 && !areDigits(stripSign(text.substring(exponent + 1)), 10)) {
      return false;
    }
    int dot = mantissa.indexOf('.');
    return dot < 0
        ? exponent >= 0 && isDecimal(mantissa)
        : isDecimal(mantissa.substring(0, dot)) && areDigits(mantissa.substring(dot + 1), 10);
  }

  double real() {
    return Double.parseDouble(word.replace("_", ""));
  }

  private int radix() {
    return word.startsWith("0x") ? 16 : word.startsWith("0o") ? 8 : word.startsWith("0b") ? 2 : 10;
  }

  private String unsigned() {
    return stripSign(word);
  }

  private static String stripSign(String text) {
    return text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
  }

  private static boolean isDecimal(String text) {
    return areDigits(text, 10) && (text.length() == 1 || text.charAt(0) != '0');
  }

  // An underscore stands only between two digits.
  private static boolean areDigits(String text, int radix) {
    boolean afterDigit = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean digit = c < 0x7f && Character.digit(c, radix) >= 0;
      if (!digit && !(c == '_' && afterDigit)) {
        return false;
      }
      afterDigit = digit;
    }
    return afterDigit;
  }
}
