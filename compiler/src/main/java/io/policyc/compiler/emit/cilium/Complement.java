package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import io.policyc.compiler.model.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is left of pods when others are taken out.
final class Complement {
  /// More selectors than this are refused: a sentence with so many exceptions would fill a policy.
  static final int MOST = 256;

  private Complement() {}

  /// Sets that together are the pods outside all of the others; more than [#MOST] are cut off.
  static List<PodSet> of(PodSet pods, Collection<PodSet> others) {
    Set<PodSet> rest = new LinkedHashSet<>(List.of(pods));
    for (PodSet out : joined(others)) {
      Set<PodSet> next = new LinkedHashSet<>();
      for (PodSet one : rest) {
        next.addAll(one.without(out));
      }
      rest = next;
      if (rest.size() > MOST) {
        break;
      }
    }
    return List.copyOf(rest);
  }

  // Workloads mostly differ in the value of one label: those that differ in nothing else are one.
  private static Collection<PodSet> joined(Collection<PodSet> others) {
    record Key(Optional<String> namespace, String label) {}
    List<PodSet> joined = new ArrayList<>();
    Map<Key, List<String>> values = new LinkedHashMap<>();
    for (PodSet other : others) {
      Optional<LabelRequirement> only = onlyLabel(other);
      if (only.isPresent()) {
        values
            .computeIfAbsent(new Key(other.namespace(), only.get().key()), _ -> new ArrayList<>())
            .addAll(only.get().values());
      } else {
        joined.add(other);
      }
    }
    values.forEach(
        (key, all) -> {
          LabelRequirement label = new LabelRequirement(key.label(), Operator.IN, all);
          Selection one = new Selection(List.of(label), List.of());
          joined.add(new PodSet(key.namespace(), List.of(), List.of(), one));
        });
    return joined;
  }

  private static Optional<LabelRequirement> onlyLabel(PodSet pods) {
    boolean one =
        pods.outside().isEmpty()
            && pods.namespaceLabels().isEmpty()
            && pods.selection().serviceAccounts().isEmpty()
            && pods.selection().labels().size() == 1;
    return one
        ? Optional.of(pods.selection().labels().getFirst())
            .filter(label -> label.operator() == Operator.IN)
        : Optional.empty();
  }
}
