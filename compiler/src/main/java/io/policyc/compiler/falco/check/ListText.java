package io.policyc.compiler.falco.check;

import io.policyc.compiler.falco.check.Rulebook.Item;
import io.policyc.compiler.falco.check.Rulebook.ListEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Replaces the names of lists by their items, in the text of a condition, as Falco does: wherever
/// a name stands between blanks, parentheses, commas and equals signs, in quotes as well.
///
/// Source: falco 0.44.1, userspace/engine/rule_loader_compiler.cpp.
final class ListText {
  private static final String BLANKS = " \t\n\r";
  static final String DELIMITERS = BLANKS + "(),=";

  /// How long a text may grow, and how much may be searched in all.
  private static final int MAX_CHARS = 4 << 20;

  private static final long MAX_WORK = 1L << 26;

  private final Map<String, ListEntry> lists;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();
  private final Set<String> odd = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private long work;

  /// @param lists in the order of their first definition
  ListText(Map<String, ListEntry> lists) {
    this.lists = lists;
    for (ListEntry list : lists.values()) {
      order.put(list.name, order.size());
      list.items.forEach(item -> inner(list, item).ifPresent(other -> used.add(other.name)));
      if (list.name.chars().anyMatch(c -> DELIMITERS.indexOf(c) >= 0)) {
        odd.add(list.name);
      }
    }
  }

  /// Whether there are none.
  boolean isEmpty() {
    return lists.isEmpty();
  }

  /// Whether a word names a list.
  boolean isList(String word) {
    return lists.containsKey(word);
  }

  /// Whether a condition or a list names a list.
  boolean isUsed(String list) {
    return used.contains(list);
  }

  // A list may name earlier lists, whose items then stand in it; not theirs in turn.
  private Optional<ListEntry> inner(ListEntry list, Item item) {
    return Optional.ofNullable(lists.get(item.text()))
        .filter(other -> other.index < list.visibility);
  }

  /// The items of a list; nothing for what is none.
  private String items(String name) {
    ListEntry list = lists.get(name);
    return list == null ? "" : texts.computeIfAbsent(name, n -> text(list));
  }

  private String text(ListEntry list) {
    StringBuilder all = new StringBuilder();
    for (Item item : list.items) {
      Optional<ListEntry> other = inner(list, item);
      List<Item> items = other.map(o -> o.items).orElse(List.of(item));
      for (int i = 0; i < items.size() && !exhausted(); i++) {
        add(all, items.get(i).text());
        work += items.get(i).text().length() + 2;
      }
    }
    return all.toString();
  }

  private static void add(StringBuilder all, String item) {
    boolean blank = item.indexOf(' ') >= 0 && !item.startsWith("\"") && !item.startsWith("'");
    all.append(all.isEmpty() ? "" : ", ").append(blank ? "\"" + item + "\"" : item);
  }

  /// Whether too much would have to be searched.
  boolean exhausted() {
    return work > MAX_WORK;
  }

  /// The text with all names of lists replaced.
  Traced resolve(Traced condition) {
    Traced text = condition;
    for (String name : candidates(condition.text())) {
      if (!exhausted()) {
        text = replace(text, name);
      }
    }
    return text;
  }

  // In order, with those that stand in the items of others.
  private List<String> candidates(String text) {
    Set<String> found = new HashSet<>(odd);
    List<String> open = new ArrayList<>(List.of(text));
    while (!open.isEmpty()) {
      Words.each(
          open.removeLast(),
          DELIMITERS,
          word -> {
            if (lists.containsKey(word) && found.add(word)) {
              open.add(items(word));
            }
          });
    }
    return found.stream().sorted((a, b) -> place(a) - place(b)).toList();
  }

  private int place(String name) {
    return order.getOrDefault(name, 0);
  }

  private Traced replace(Traced before, String name) {
    String items = items(name) + " ";
    String behind = " " + items;
    String text = before.text();
    work += text.length();
    List<Traced> parts = new ArrayList<>();
    int kept = 0;
    long length = text.length();
    for (int at = find(text, name, 0); at >= 0; at = find(text, name, at + name.length())) {
      length += items.length();
      if (length > MAX_CHARS) {
        work = MAX_WORK + 1;
        return before;
      }
      int start = Math.max(kept, back(text, at));
      int end = forward(text, at + name.length());
      if (items.length() == 1 && start > kept && text.charAt(start - 1) == ',') {
        start--;
      } else if (items.length() == 1 && end < text.length() && text.charAt(end) == ',') {
        end++;
      }
      parts.add(before.part(kept, start));
      parts.add(before.standIn(at, start > 0 ? behind : items));
      kept = end;
    }
    if (parts.isEmpty()) {
      return before;
    }
    used.add(name);
    parts.add(before.part(kept, text.length()));
    return Traced.join(parts);
  }

  private static int find(String text, String name, int from) {
    for (int at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || DELIMITERS.indexOf(text.charAt(at - 1)) >= 0;
      boolean ends = end >= text.length() || DELIMITERS.indexOf(text.charAt(end)) >= 0;
      if (begins && ends) {
        return at;
      }
    }
    return -1;
  }

  private static int back(String text, int at) {
    int start = at;
    while (start > 0 && BLANKS.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return start;
  }

  private static int forward(String text, int at) {
    int end = at;
    while (end < text.length() && BLANKS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
