package io.policyc.compiler.resolve;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which workloads may have a pod in common.
///
/// Most workloads of a namespace differ in one label, such as `app`: they are sorted by the one
/// that most of them name, and only those with a value in common are compared.
final class Neighbours {
  private final Map<String, Shelf> byNamespace = new HashMap<>();
  private final Map<String, List<String>> known = new HashMap<>();
  private final Effort effort;

  /// @param effort what comparing may cost; what is beyond it is left out
  Neighbours(Collection<Workload> workloads, Effort effort) {
    this.effort = effort;
    Map<String, List<Workload>> sorted = new TreeMap<>();
    for (Workload workload : workloads) {
      sorted.computeIfAbsent(workload.namespace(), _ -> new ArrayList<>()).add(workload);
    }
    sorted.forEach((namespace, inside) -> byNamespace.put(namespace, Shelf.of(inside)));
  }

  /// The qualified names of the workloads that may share a pod with this one, itself among them.
  List<String> of(Workload workload) {
    return known.computeIfAbsent(workload.qualifiedName(), _ -> compare(workload));
  }

  private List<String> compare(Workload workload) {
    Shelf shelf = byNamespace.getOrDefault(workload.namespace(), Shelf.EMPTY);
    List<Workload> near = shelf.near(workload);
    if (!effort.spend(near.size())) {
      return List.of();
    }
    return near.stream()
        .filter(other -> other.selection().mayOverlap(workload.selection()))
        .map(Workload::qualifiedName)
        .distinct()
        .toList();
  }

  /// The workloads of one namespace.
  ///
  /// @param key the label that they are sorted by
  /// @param others those that do not name it
  private record Shelf(
      String key, Map<String, List<Workload>> byValue, List<Workload> others, List<Workload> all) {
    static final Shelf EMPTY = new Shelf("", Map.of(), List.of(), List.of());

    static Shelf of(List<Workload> workloads) {
      String key = commonest(workloads);
      Map<String, List<Workload>> byValue = new HashMap<>();
      List<Workload> others = new ArrayList<>();
      for (Workload workload : workloads) {
        values(workload, key)
            .ifPresentOrElse(
                values ->
                    values.forEach(
                        v -> byValue.computeIfAbsent(v, _ -> new ArrayList<>()).add(workload)),
                () -> others.add(workload));
      }
      return new Shelf(key, byValue, others, workloads);
    }

    private static String commonest(List<Workload> workloads) {
      Map<String, Integer> counts = new TreeMap<>();
      for (Workload workload : workloads) {
        workload.selection().labels().stream()
            .filter(label -> label.operator() == LabelRequirement.Operator.IN)
            .forEach(label -> counts.merge(label.key(), 1, Integer::sum));
      }
      return counts.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse("");
    }

    private static Optional<List<String>> values(Workload workload, String key) {
      return workload.selection().labels().stream()
          .filter(l -> l.operator() == LabelRequirement.Operator.IN && l.key().equals(key))
          .map(LabelRequirement::values)
          .findFirst();
    }

    List<Workload> near(Workload workload) {
      Optional<List<String>> values = values(workload, key);
      if (values.isEmpty()) {
        return all;
      }
      List<Workload> near = new ArrayList<>(others);
      values.get().forEach(v -> near.addAll(byValue.getOrDefault(v, List.of())));
      return near;
    }
  }
}
