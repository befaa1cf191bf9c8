package io.policyc.manifests;

import java.time.YearMonth;

/// Dates as go.yaml.in/yaml/v2 v2.4.3 takes them: they stay strings, but a text that is none may be
/// a number or break its `!!timestamp`.
///
/// `2026-1-2`, `2026-1-2 3:4:5.6`, `2026-1-2T3:4:5.6Z`, `2026-1-2t3:4:5+02:00`.
final class GoTimestamp {
  private final String text;
  private int at;

  private GoTimestamp(String text) {
    this.text = text;
  }

  static boolean is(String text) {
    return text.length() <= 64 && new GoTimestamp(text).date();
  }

  private boolean date() {
    int year = number(4, 4, 0, 9999);
    boolean dash = skip('-');
    int month = number(1, 2, 1, 12);
    boolean second = skip('-');
    int day = number(1, 2, 1, 31);
    if (year < 0 || !dash || month < 0 || !second || day < 0) {
      return false;
    }
    return day <= YearMonth.of(year, month).lengthOfMonth() && (at == text.length() || time());
  }

  private boolean time() {
    boolean zoned = !skip(' ');
    if (zoned && !skip('T') && !skip('t')) {
      return false;
    }
    boolean clock =
        number(1, 2, 0, 23) >= 0
            && skip(':')
            && number(1, 2, 0, 59) >= 0
            && skip(':')
            && number(1, 2, 0, 59) >= 0
            && fraction();
    return clock && (!zoned || zone()) && at == text.length();
  }

  private boolean fraction() {
    if (!skip('.') && !skip(',')) {
      return true;
    }
    int from = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at > from;
  }

  private boolean zone() {
    if (skip('Z')) {
      return true;
    }
    return (skip('+') || skip('-'))
        && number(2, 2, 0, 24) >= 0
        && skip(':')
        && number(2, 2, 0, 60) >= 0;
  }

  private boolean skip(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private int number(int least, int most, int low, int high) {
    int from = at;
    int number = 0;
    while (at < text.length() && at - from < most && isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    return at - from < least || number < low || number > high ? -1 : number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
