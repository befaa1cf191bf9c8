package io.policyc.compiler.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

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

  /// "`a`, `b` and `c`"; of a long list the first ones, and how many more there are.
  static <T> String and(Collection<T> items, Function<? super T, String> text) {
    return list(items, text, " and ");
  }

  /// "`a`, `b` or `c`"; of a long list the first ones, and how many more there are.
  static <T> String or(Collection<T> items, Function<? super T, String> text) {
    return list(items, text, " or ");
  }

  private static <T> String list(
      Collection<T> items, Function<? super T, String> text, String last) {
    List<String> shown = new ArrayList<>();
    items.stream().limit(MOST).forEach(item -> shown.add(quote(text.apply(item))));
    if (items.size() > MOST) {
      shown.add((items.size() - MOST) + " more");
    }
    int head = shown.size() - 1;
    return head <= 0
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, head)) + last + shown.get(head);
  }
}
