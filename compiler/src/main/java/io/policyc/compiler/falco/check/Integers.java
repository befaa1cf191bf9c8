package io.policyc.compiler.falco.check;

import java.util.Optional;

/// Unsigned numbers of 32 bits as yaml-cpp reads them: decimal, hexadecimal or octal, with a plus
/// or without.
final class Integers {
  private Integers() {}

  static Optional<Long> unsigned(String text) {
    String digits = text.strip();
    digits = digits.startsWith("+") ? digits.substring(1) : digits;
    boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
    int radix = hex ? 16 : digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
    String number = hex ? digits.substring(2) : digits;
    return parse(number, radix).filter(n -> n <= 0xFFFF_FFFFL);
  }

  private static Optional<Long> parse(String number, int radix) {
    long value = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0 || value > 0xFFFF_FFFFL) {
        return Optional.empty();
      }
      value = value * radix + digit;
    }
    return number.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
