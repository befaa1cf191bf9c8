package io.policyc.policies.admission;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.Workload;
import io.policyc.findings.Suggest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What a misspelt label of a pod most likely meant.
final class LabelHints {
  /// More values are not looked at, so that a hint costs the same in any input.
  private static final int MAX_VALUES = 200;

  private final Map<Key, TreeSet<String>> values = new HashMap<>();

  private record Key(String namespace, String label) {}

  LabelHints(List<Workload> workloads) {
    for (Workload workload : workloads) {
      for (LabelRequirement label : workload.selection().labels()) {
        if (label.operator() == LabelRequirement.Operator.IN) {
          add(new Key(workload.namespace(), label.key()), label.values());
        }
      }
    }
  }

  private void add(Key key, List<String> more) {
    TreeSet<String> known = values.computeIfAbsent(key, _ -> new TreeSet<>());
    more.stream().filter(_ -> known.size() < MAX_VALUES).forEach(known::add);
  }

  /// `app: web` for pods with the label `app: wbe`.
  Optional<String> of(Pods pods) {
    for (Map.Entry<String, String> label : pods.labels().entrySet()) {
      TreeSet<String> known =
          values.getOrDefault(new Key(pods.namespace(), label.getKey()), new TreeSet<>());
      Optional<String> near =
          known.contains(label.getValue())
              ? Optional.empty()
              : Suggest.nearest(label.getValue(), known);
      if (near.isPresent()) {
        return near.map(value -> label.getKey() + ": " + value);
      }
    }
    return Optional.empty();
  }
}
