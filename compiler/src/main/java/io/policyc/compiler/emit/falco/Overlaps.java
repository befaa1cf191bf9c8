package io.policyc.compiler.emit.falco;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which workloads may share a pod, as far as Falco sees.
///
/// Most workloads of a namespace differ in one label, such as `app`: only those that have a value
/// of it in common, or don't name it, are compared.
final class Overlaps {
  private final Map<String, Shelf> byNamespace = new HashMap<>();
  private final Map<String, List<Workload>> known = new HashMap<>();

  Overlaps(Collection<Workload> workloads) {
    Map<String, List<Workload>> sorted = new TreeMap<>();
    workloads.forEach(w -> sorted.computeIfAbsent(w.namespace(), _ -> new ArrayList<>()).add(w));
    sorted.forEach((namespace, inside) -> byNamespace.put(namespace, Shelf.of(inside)));
  }

  /// The workloads of the subject's namespace that may share a pod with it; itself among them.
  List<Workload> of(Workload workload) {
    return known.computeIfAbsent(workload.qualifiedName(), _ -> compare(workload));
  }

  private List<Workload> compare(Workload workload) {
    Subject subject = Subject.of(workload);
    Set<String> seen = new HashSet<>();
    return byNamespace.getOrDefault(workload.namespace(), Shelf.EMPTY).near(workload).stream()
        .filter(other -> Subject.of(other).mayMeet(subject) && seen.add(other.name()))
        .toList();
  }

  private record Shelf(
      String key, Map<String, List<Workload>> byValue, List<Workload> others, List<Workload> all) {
    static final Shelf EMPTY = new Shelf("", Map.of(), List.of(), List.of());

    static Shelf of(List<Workload> workloads) {
      String key = commonest(workloads);
      Map<String, List<Workload>> byValue = new HashMap<>();
      List<Workload> others = new ArrayList<>();
      for (Workload workload : workloads) {
        Optional<List<String>> values = values(workload, key);
        values.ifPresentOrElse(
            v ->
                v.forEach(
                    one -> byValue.computeIfAbsent(one, _ -> new ArrayList<>()).add(workload)),
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
      values.get().forEach(value -> near.addAll(byValue.getOrDefault(value, List.of())));
      return near;
    }
  }
}
