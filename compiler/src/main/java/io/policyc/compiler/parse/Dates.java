package io.policyc.compiler.parse;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Days as sentences write them: `2027-06-30`.
final class Dates {
  private Dates() {}

  /// Whether a text is a day that the calendar has, in this form.
  static boolean isDate(String text) {
    boolean shape = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    try {
      return shape && LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
