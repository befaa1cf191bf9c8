package io.policyc.compiler.project.toml;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Dates and times as RFC 3339 writes them, with the parts that TOML lets one leave out.
final class TomlTime {
  private TomlTime() {}

  /// `2026-11-24`
  static boolean isDate(String text) {
    if (!fits(text, "0000-00-00")) {
      return false;
    }
    try {
      LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// A date, a time, or both with or without an offset.
  static boolean isMoment(String text) {
    if (text.length() <= 10) {
      return isDate(text) || isTime(text);
    }
    char between = text.charAt(10);
    boolean joined = between == 'T' || between == 't' || between == ' ';
    if (!joined) {
      return isTime(text);
    }
    return isDate(text.substring(0, 10)) && isTime(withoutOffset(text.substring(11)));
  }

  // 24-hour time; a leap second may stand.
  private static boolean isTime(String text) {
    boolean seconds = text.length() >= 8 && fits(text.substring(0, 8), "00:00:00");
    return seconds
        && number(text, 0, 2) < 24
        && number(text, 3, 5) < 60
        && number(text, 6, 8) <= 60
        && isFraction(text.substring(8));
  }

  private static boolean isFraction(String text) {
    return text.isEmpty()
        || (text.length() > 1
            && text.charAt(0) == '.'
            && fits(text.substring(1), "0".repeat(text.length() - 1)));
  }

  // What is no valid offset stays, so that the time is refused for it.
  private static String withoutOffset(String text) {
    if (text.endsWith("Z") || text.endsWith("z")) {
      return text.substring(0, text.length() - 1);
    }
    int at = text.length() - 6;
    boolean offset =
        at > 0
            && (text.charAt(at) == '+' || text.charAt(at) == '-')
            && fits(text.substring(at + 1), "00:00")
            && number(text, at + 1, at + 3) < 24
            && number(text, at + 4, at + 6) < 60;
    return offset ? text.substring(0, at) : text;
  }

  private static boolean fits(String text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int at = 0; at < form.length(); at++) {
      char c = text.charAt(at);
      if (form.charAt(at) == '0' ? c < '0' || c > '9' : c != form.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }
}
