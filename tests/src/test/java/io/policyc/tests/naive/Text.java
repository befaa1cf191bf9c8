package io.policyc.tests.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Texts with wildcards.
final class Text {
  /// Whether `*` in a pattern can stand for characters so that it is the text; `*` may stand for
  /// none.
  ///
  /// @param wild which characters `*` stands for
  static boolean matches(String pattern, String text, IntPredicate wild) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return matches(pattern.substring(1), text, wild)
          || (!text.isEmpty()
              && wild.test(text.charAt(0))
              && matches(pattern, text.substring(1), wild));
    }
    return !text.isEmpty()
        && pattern.charAt(0) == text.charAt(0)
        && matches(pattern.substring(1), text.substring(1), wild);
  }

  /// The parts of a text between the places where a character stands, empty ones too.
  static List<String> split(String text, char at) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf(at); i >= 0; i = text.indexOf(at, start)) {
      parts.add(text.substring(start, i));
      start = i + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private Text() {}
}
