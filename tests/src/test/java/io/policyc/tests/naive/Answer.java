package io.policyc.tests.naive;

import java.util.function.Function;

/// Whether something is permitted, where that can be told.
public enum Answer {
  REFUSED,
  /// It depends on the names behind an address, which the question does not give.
  UNKNOWN,
  PERMITTED;

  /// `PERMITTED` or `REFUSED`.
  public static Answer of(boolean permitted) {
    return permitted ? PERMITTED : REFUSED;
  }

  /// Permitted where both are, refused where one is.
  public Answer and(Answer other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /// Permitted where one is, refused where both are.
  public Answer or(Answer other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// Permitted turns into refused and back; what is unknown stays so.
  public Answer not() {
    return switch (this) {
      case REFUSED -> PERMITTED;
      case UNKNOWN -> UNKNOWN;
      case PERMITTED -> REFUSED;
    };
  }

  /// Permitted where one element's answer is, refused where all are.
  public static <T> Answer any(Iterable<T> elements, Function<T, Answer> ask) {
    Answer answer = REFUSED;
    for (T element : elements) {
      answer = answer.or(ask.apply(element));
    }
    return answer;
  }
}
