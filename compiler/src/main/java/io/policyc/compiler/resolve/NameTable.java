package io.policyc.compiler.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every declared name.
final class NameTable {
  private final Map<String, Map<String, Entry>> byNamespace = new TreeMap<>();
  private final Map<String, Map<String, Entry>> byName = new TreeMap<>();

  /// Adds a declaration, or puts it in the place of the one of that name.
  void put(Entry entry) {
    byNamespace.computeIfAbsent(entry.namespace(), _ -> new TreeMap<>()).put(entry.name(), entry);
    byName.computeIfAbsent(entry.name(), _ -> new TreeMap<>()).put(entry.namespace(), entry);
  }

  /// What a namespace declares under a name.
  Optional<Entry> in(String namespace, String name) {
    return Optional.ofNullable(names(namespace).get(name));
  }

  /// What any namespace declares under a name, in the order of the namespaces.
  Collection<Entry> anywhere(String name) {
    return byName.getOrDefault(name, Map.of()).values();
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
