package io.policyc.compiler.falco.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Replaces the names of lists in a condition's text, as Falco does before it parses: wherever a
/// name stands between blanks, parentheses, commas or equals signs, also inside quotes.
///
/// Source: falco userspace/engine/rule_loader_compiler.cpp (resolve_list, compile_list_infos).
final class ListReplacement {
  private static final String BLANKS = " \t\n\r";
  private static final String ENDS = BLANKS + "(),=";

  /// By name, in the order of the file; the items as text.
  private final Map<String, String> lists = new LinkedHashMap<>();

  /// @param lists by name, in the order of their file; an item may name a list above it
  ListReplacement(Map<String, List<String>> lists) {
    Map<String, List<String>> above = new LinkedHashMap<>();
    lists.forEach(
        (name, items) -> {
          this.lists.put(name, text(items, above));
          above.put(name, items);
        });
  }

  private static String text(List<String> items, Map<String, List<String>> above) {
    List<String> all = new ArrayList<>();
    for (String item : items) {
      above.getOrDefault(item, List.of(item)).forEach(i -> all.add(quoted(i)));
    }
    return String.join(", ", all);
  }

  private static String quoted(String item) {
    boolean bare = item.indexOf(' ') >= 0 && !item.startsWith("\"") && !item.startsWith("'");
    return bare ? '"' + item + '"' : item;
  }

  /// The text with the items in place of the names.
  String apply(String condition) {
    String text = condition;
    for (Map.Entry<String, String> list : lists.entrySet()) {
      text = list.getKey().isEmpty() ? text : replace(text, list.getKey(), list.getValue());
    }
    return text;
  }

  private static String replace(String text, String name, String items) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    int at = text.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      if (isEnd(text, at - 1) && isEnd(text, end)) {
        out.append(text, done, at);
        done = put(out, items, text, end);
        at = text.indexOf(name, done);
      } else {
        at = text.indexOf(name, at + 1);
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  private static boolean isEnd(String text, int at) {
    return at < 0 || at >= text.length() || ENDS.indexOf(text.charAt(at)) >= 0;
  }

  private static int put(StringBuilder out, String items, String text, int end) {
    while (!out.isEmpty() && isBlank(out.charAt(out.length() - 1))) {
      out.setLength(out.length() - 1);
    }
    int next = end;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    if (items.isEmpty()) {
      // an empty list takes a comma with it
      if (!out.isEmpty() && out.charAt(out.length() - 1) == ',') {
        out.setLength(out.length() - 1);
      } else if (next < text.length() && text.charAt(next) == ',') {
        next++;
      }
    }
    out.append(out.isEmpty() ? "" : " ").append(items).append(' ');
    return next;
  }

  private static boolean isBlank(char c) {
    return BLANKS.indexOf(c) >= 0;
  }
}
