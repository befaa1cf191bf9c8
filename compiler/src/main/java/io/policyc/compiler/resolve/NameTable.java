package io.policyc.compiler.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every declared name.
final class NameTable {
  private final Map<String, Map<String, Entry>> byNamespace = new TreeMap<>();
  private final Map<String, List<Entry>> byName = new TreeMap<>();

  /// Adds a declaration, or puts it in the place of the one of that name.
  void put(Entry entry) {
    byNamespace.computeIfAbsent(entry.namespace(), _ -> new TreeMap<>()).put(entry.name(), entry);
    List<Entry> same = byName.computeIfAbsent(entry.name(), _ -> new ArrayList<>());
    same.removeIf(e -> e.namespace().equals(entry.namespace()));
    same.add(entry);
  }

  /// What a namespace declares under a name.
  Optional<Entry> in(String namespace, String name) {
    return Optional.ofNullable(names(namespace).get(name));
  }

  /// What any namespace declares under a name, in the order of the namespaces.
  List<Entry> anywhere(String name) {
    return byName.getOrDefault(name, List.of()).stream()
        .sorted(Comparator.comparing(Entry::namespace))
        .toList();
  }

  /// The names that a namespace declares, sorted.
  Collection<String> namesIn(String namespace) {
    return names(namespace).keySet();
  }

  /// Every declared name, sorted.
  Collection<String> all() {
    return byName.keySet();
  }

  /// Every declaration, by namespace and name.
  List<Entry> entries() {
    return byNamespace.values().stream().flatMap(names -> names.values().stream()).toList();
  }

  private Map<String, Entry> names(String namespace) {
    return byNamespace.getOrDefault(namespace, Map.of());
  }
}
