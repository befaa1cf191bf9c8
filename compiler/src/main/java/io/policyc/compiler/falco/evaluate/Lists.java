package io.policyc.compiler.falco.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The items of lists.
final class Lists {
  /// More items than any list of use; what lies beyond comes of lists in lists in lists.
  private static final int MOST = 1_000_000;

  private final Map<String, List<String>> lists;

  Lists(Map<String, List<String>> lists) {
    this.lists = lists;
  }

  /// The items with the names of lists replaced; a name without a list is an item.
  List<String> expand(List<String> items) {
    List<String> all = new ArrayList<>();
    items.forEach(item -> add(item, all, new ArrayDeque<>()));
    return all;
  }

  private void add(String item, List<String> all, Deque<String> within) {
    List<String> named = lists.get(item);
    if (named == null || within.contains(item)) {
      all.add(item);
      return;
    }
    within.push(item);
    named.stream().filter(i -> all.size() < MOST).forEach(i -> add(i, all, within));
    within.pop();
  }
}
