package io.policyc.compiler.falco.evaluate;

import java.util.Optional;

/// What `b64(…)` makes of a text.
final class Base64 {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Base64() {}

  /// The decoded bytes, as of [Octets]; empty where it isn't one: blanks, a wrong length, bits left
  /// over.
  static Optional<String> decode(String text) {
    String digits = unpadded(text);
    boolean fits = text.isEmpty() || (!digits.isEmpty() && digits.length() % 4 != 1);
    return fits ? octets(digits) : Optional.empty();
  }

  /// At most two `=` at the end stand for nothing.
  private static String unpadded(String text) {
    int end = text.length();
    for (int i = 0; i < 2 && end > 0 && text.charAt(end - 1) == '='; i++) {
      end--;
    }
    return text.substring(0, end);
  }

  private static Optional<String> octets(String digits) {
    StringBuilder octets = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = DIGITS.indexOf(digits.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      bits = (bits << 6 | digit) & 0xFFFF;
      count += 6;
      if (count >= 8) {
        count -= 8;
        octets.append((char) (bits >> count & 255));
      }
    }
    boolean left = (bits & ((1 << count) - 1)) != 0;
    return left ? Optional.empty() : Optional.of(octets.toString());
  }
}
