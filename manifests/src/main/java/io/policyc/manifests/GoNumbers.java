package io.policyc.manifests;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// Numbers as Go's `strconv` reads and prints them.
///
/// Source: Go 1.26 strconv.ParseInt with base 0, strconv.FormatFloat.
final class GoNumbers {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private GoNumbers() {}

  /// A whole number with its base in front (`0x`, `0o`, `0b`, `0`), as an int64 or a uint64 holds
  /// it.
  static Optional<BigInteger> whole(String text) {
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int base = base(text, sign);
    int prefix =
        switch (base) {
          case 10 -> 0;
          case 8 -> Character.isLetter(text.charAt(sign + 1)) ? 2 : 1;
          default -> 2;
        };
    // The sign `+` is one of ParseInt, which knows no number above an int64.
    return digits(text.substring(sign + prefix), base)
        .map(number -> text.startsWith("-") ? number.negate() : number)
        .filter(number -> fits(number, sign > 0));
  }

  /// A whole number of a base, of which `text` is only the digits with an optional sign.
  static Optional<BigInteger> whole(String text, int base) {
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return digits(text.substring(sign), base)
        .map(number -> text.startsWith("-") ? number.negate() : number)
        .filter(number -> fits(number, sign > 0));
  }

  private static boolean fits(BigInteger number, boolean signed) {
    return number.compareTo(LEAST) >= 0
        && (signed ? number.bitLength() < 64 : number.compareTo(MOST) <= 0);
  }

  private static int base(String text, int sign) {
    if (text.length() < sign + 2 || text.charAt(sign) != '0') {
      return 10;
    }
    return switch (text.charAt(sign + 1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> Character.isLetter(text.charAt(sign + 1)) ? 10 : 8;
    };
  }

  // Bounded before it is parsed: a number of a million digits is no 64-bit one.
  private static Optional<BigInteger> digits(String text, int base) {
    int first = 0;
    while (first < text.length() - 1 && text.charAt(first) == '0') {
      first++;
    }
    String digits = text.substring(first);
    if (digits.isEmpty() || digits.length() > 64) {
      return Optional.empty();
    }
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c > 'f' || Character.digit(c, base) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new BigInteger(digits, base));
  }

  /// A decimal number, `1.5e3`; empty where it isn't one or a float64 can't hold it.
  static Optional<BigDecimal> decimal(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int whole = run(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = run(text, end + 1);
    }
    if (whole == at && end < whole + 2) {
      return Optional.empty();
    }
    return end == text.length() || isExponent(text, end) ? float64(text) : Optional.empty();
  }

  private static int run(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static boolean isExponent(String text, int at) {
    int digits = at + 1;
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    if (digits < text.length() && (text.charAt(digits) == '-' || text.charAt(digits) == '+')) {
      digits++;
    }
    return digits < text.length() && run(text, digits) == text.length();
  }

  private static Optional<BigDecimal> float64(String text) {
    double number = Double.parseDouble(text);
    return Double.isInfinite(number)
        ? Optional.empty()
        : Optional.of(new BigDecimal(Double.toString(number)));
  }

  /// A key that is no whole number, as a string: the shortest form that a float32 has.
  static String key(BigDecimal number) {
    float value = number.floatValue();
    if (Float.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    if (value == 0) {
      return number.signum() < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Float.toString(value)).stripTrailingZeros();
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String sign = value < 0 ? "-" : "";
    if (exponent >= -4 && exponent < 6) {
      return shortest.toPlainString();
    }
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    int size = Math.abs(exponent);
    String two = size < 10 ? "0" + size : "" + size;
    return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + two;
  }
}
