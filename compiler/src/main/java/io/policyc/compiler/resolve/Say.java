package io.policyc.compiler.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// User text as messages show it.
final class Say {
  private static final int LONGEST = 60;
  private static final int MOST = 8;

  private Say() {}

  /// The text in backticks, cut where it is long, with anything unprintable as its code point.
  static String quote(String text) {
    StringBuilder shown = new StringBuilder("`");
    int at = 0;
    while (at < text.length() && at < LONGEST) {
      int point = text.codePointAt(at);
      shown.append(point >= ' ' && point < 0x7F ? Character.toString(point) : codePoint(point));
      at += Character.charCount(point);
    }
    return shown.append(at < text.length() ? "…`" : "`").toString();
  }

  /// `U+202E`
  static String codePoint(int point) {
    return String.format("U+%04X", point);
  }

  /// "`a`, `b` and `c`"; a long list is cut.
  static String and(Collection<String> texts) {
    return list(texts, " and ");
  }

  /// "`a`, `b` or `c`"; a long list is cut.
  static String or(Collection<String> texts) {
    return list(texts, " or ");
  }

  private static String list(Collection<String> texts, String last) {
    List<String> shown = new ArrayList<>(texts.stream().limit(MOST).map(Say::quote).toList());
    if (texts.size() > MOST) {
      shown.add((texts.size() - MOST) + " more");
    }
    int head = shown.size() - 1;
    return head <= 0
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, head)) + last + shown.get(head);
  }
}
