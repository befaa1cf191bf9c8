package io.policyc.manifests;

import java.time.YearMonth;

/// Points in time as an API server takes them, `2026-01-02T03:04:05.6Z`.
///
/// Source: k8s.io/apimachinery v0.36.4, metav1.Time, which asks Go's time.Parse for RFC 3339: one
/// digit is enough for the hour, and a comma is as good as a point.
final class Rfc3339 {
  private final String text;
  private int at;

  private Rfc3339(String text) {
    this.text = text;
  }

  static boolean is(String text) {
    return text.length() <= 64 && new Rfc3339(text).whole();
  }

  private boolean whole() {
    int year = number(4, 4, 0, 9999);
    boolean first = skip("-");
    int month = number(2, 2, 1, 12);
    boolean second = skip("-");
    int day = number(2, 2, 1, 31);
    return year >= 0
        && first
        && month > 0
        && second
        && day > 0
        && day <= YearMonth.of(year, month).lengthOfMonth()
        && clock()
        && zone()
        && at == text.length();
  }

  private boolean clock() {
    boolean read =
        skip("T")
            && number(1, 2, 0, 23) >= 0
            && skip(":")
            && number(2, 2, 0, 59) >= 0
            && skip(":")
            && number(2, 2, 0, 59) >= 0;
    return read && (!skip(".,") || number(1, 64, 0, 9) >= 0);
  }

  private boolean zone() {
    return skip("Z")
        || (skip("+-") && number(2, 2, 0, 24) >= 0 && skip(":") && number(2, 2, 0, 60) >= 0);
  }

  private boolean skip(String oneOf) {
    boolean found = at < text.length() && oneOf.indexOf(text.charAt(at)) >= 0;
    at += found ? 1 : 0;
    return found;
  }

  // Of a fraction, which is as long as somebody likes, only the first digits count.
  private int number(int least, int most, int low, int high) {
    int start = at;
    int number = 0;
    while (at < text.length() && at < start + most && isDigit(text.charAt(at))) {
      number = most > 4 ? 0 : number * 10 + text.charAt(at) - '0';
      at++;
    }
    return at - start >= least && number >= low && number <= high ? number : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
