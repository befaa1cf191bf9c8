package io.policyc.cli.startup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Sorts by every comparator that [PlainComparators] has; defined twice by a test.
final class Orders implements Supplier<List<String>> {
  private static final List<String> WORDS =
      List.of("bb", "a", "ccc", "B", "", "aa", "C", "bbb", "ab", "c");

  @Override
  public List<String> get() {
    List<Comparator<String>> orders =
        List.of(
            Comparator.comparing(word -> word.substring(word.length() / 2)),
            Comparator.comparing(String::length, Comparator.reverseOrder()),
            Comparator.comparingInt(String::length),
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()),
            Comparator.comparingInt(String::length)
                .thenComparing(word -> word.toLowerCase(Locale.ROOT)),
            Comparator.comparing(String::isEmpty).thenComparing(w -> w, Comparator.reverseOrder()),
            Comparator.comparing(String::isEmpty).thenComparingInt(String::length).reversed());
    List<String> said = new ArrayList<>();
    for (Comparator<String> order : orders) {
      said.add(WORDS.stream().sorted(order).toList().toString());
    }
    List<Comparator<Map.Entry<String, Integer>>> entries =
        List.of(
            Map.Entry.comparingByKey(),
            Map.Entry.comparingByKey(Comparator.reverseOrder()),
            Map.Entry.comparingByValue(),
            Map.Entry.comparingByValue(Comparator.reverseOrder()));
    for (Comparator<Map.Entry<String, Integer>> order : entries) {
      said.add(WORDS.stream().map(w -> Map.entry(w, w.length())).sorted(order).toList().toString());
    }
    return said;
  }
}
