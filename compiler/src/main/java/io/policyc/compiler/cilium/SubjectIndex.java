package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Entries by the pods that they are about, so that not every pair has to be looked at.
///
/// Selectors that differ in the value of one label exclude each other: entries are grouped by the
/// label that has the most values among them.
final class SubjectIndex {
  /// What all look-ups together may cost; beyond it, an overlap is assumed.
  private static final int MAX_LOOKS = 1_000_000;

  private final String key;
  private final Map<String, List<MergeUse>> byValue = new HashMap<>();
  private final List<MergeUse> others = new ArrayList<>();
  private final List<MergeUse> all;
  private int looks;

  SubjectIndex(List<MergeUse> uses) {
    all = uses;
    key = mostTelling(uses);
    for (MergeUse use : uses) {
      @Nullable String value = value(use.subject(), key);
      (value == null ? others : byValue.computeIfAbsent(value, _ -> new ArrayList<>())).add(use);
    }
  }

  /// An entry about a pod that a selector selects, too, as far as labels tell.
  Optional<MergeUse> anyOverlapping(EndpointSelector subject) {
    @Nullable String value = value(subject, key);
    if (value == null) {
      return first(all, subject);
    }
    return first(byValue.getOrDefault(value, List.of()), subject).or(() -> first(others, subject));
  }

  private Optional<MergeUse> first(List<MergeUse> uses, EndpointSelector subject) {
    for (MergeUse use : uses) {
      if (++looks > MAX_LOOKS || Overlap.possible(subject, use.subject())) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  // The label with the most values tells most pods apart.
  private static String mostTelling(List<MergeUse> uses) {
    Map<String, Set<String>> values = new TreeMap<>();
    for (MergeUse use : uses) {
      use.subject()
          .matchLabels()
          .forEach(
              (label, value) ->
                  values.computeIfAbsent(Overlap.key(label), _ -> new HashSet<>()).add(value));
    }
    return values.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static @Nullable String value(EndpointSelector subject, String key) {
    for (Map.Entry<String, String> label : subject.matchLabels().entrySet()) {
      if (Overlap.key(label.getKey()).equals(key)) {
        return label.getValue();
      }
    }
    return null;
  }
}
