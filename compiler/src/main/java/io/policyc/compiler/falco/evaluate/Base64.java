package io.policyc.compiler.falco.evaluate;

import java.util.Optional;

/// What `b64(…)` makes of a text.
final class Base64 {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Base64() {}

  /// The decoded text; empty where it isn't one.
  static Optional<Value> decode(Value value) {
    String text = Convert.octets(value);
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    StringBuilder octets = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (int i = 0; i < end; i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
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
    return Optional.of(new Value.Text(Octets.text(octets.toString())));
  }
}
