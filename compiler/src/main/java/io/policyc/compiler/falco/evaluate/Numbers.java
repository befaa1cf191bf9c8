package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.fields.ServiceTable;
import java.util.Optional;

/// Numbers in conditions as C reads them: they saturate at 64 bits and wrap below.
final class Numbers {
  private Numbers() {}

  /// A constant's number in a field's width; empty where it isn't one.
  static Optional<Long> parse(Kind kind, String text) {
    return kind == Kind.PORT ? port(text) : number(kind, text);
  }

  private static Optional<Long> port(String text) {
    if (text.isEmpty()) {
      return Optional.of(0L);
    }
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits) {
      return ServiceTable.port(text).stream().mapToObj(p -> (long) p).findFirst();
    }
    // refused: Falco itself ends at a port that doesn't fit 31 bits
    return number(Kind.U64, text)
        .filter(n -> n >= 0 && n <= Integer.MAX_VALUE)
        .map(Kind.PORT::wrap);
  }

  private static Optional<Long> number(Kind kind, String text) {
    boolean minus = text.startsWith("-");
    String digits = minus ? text.substring(1) : text;
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return Optional.of(kind.wrap(kind.signed() ? signed(minus, digits) : unsigned(minus, digits)));
  }

  private static long signed(boolean minus, String digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return minus ? Long.MIN_VALUE : Long.MAX_VALUE;
      }
      value = value * 10 + digit;
    }
    return minus ? -value : value;
  }

  private static long unsigned(boolean minus, String digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) > 0) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return minus ? -value : value;
  }
}
