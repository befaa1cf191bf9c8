package io.policyc.policies.admission;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/// Finds, among many selections of pods, those that some pods are in, without asking each.
///
/// A selection lies at the one of its labels that the fewest others ask for; one without a label to
/// find it by lies with its namespace.
final class PodIndex<T> {
  private final Map<Key, List<Entry<T>>> entries = new HashMap<>();

  /// Pods that something is said of.
  ///
  /// @param order of several, the first counts first
  record Entry<T>(int order, NamespaceScope scope, Selection selection, T value) {}

  /// Where selections lie.
  ///
  /// @param namespace empty for selections of more than one namespace
  /// @param label empty for selections that no label finds
  private record Key(String namespace, String label, String value) {}

  PodIndex(List<Entry<T>> all) {
    Map<Key, Integer> counts = new HashMap<>();
    for (Entry<T> entry : all) {
      for (LabelRequirement label : entry.selection().labels()) {
        keys(entry, label).forEach(key -> counts.merge(key, 1, Integer::sum));
      }
    }
    for (Entry<T> entry : all) {
      rarest(entry, counts)
          .forEach(key -> entries.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry));
    }
  }

  private static <T> List<Key> rarest(Entry<T> entry, Map<Key, Integer> counts) {
    return entry.selection().labels().stream()
        .map(label -> keys(entry, label))
        .filter(keys -> !keys.isEmpty())
        .min(Comparator.comparingInt(keys -> sum(keys, counts)))
        .orElse(List.of(new Key(namespace(entry.scope()), "", "")));
  }

  private static int sum(List<Key> keys, Map<Key, Integer> counts) {
    return keys.stream().mapToInt(key -> counts.getOrDefault(key, 0)).sum();
  }

  private static <T> List<Key> keys(Entry<T> entry, LabelRequirement label) {
    if (label.operator() != LabelRequirement.Operator.IN) {
      return List.of();
    }
    String namespace = namespace(entry.scope());
    return label.values().stream().map(value -> new Key(namespace, label.key(), value)).toList();
  }

  private static String namespace(NamespaceScope scope) {
    return switch (scope) {
      case NamespaceScope.One(var name) -> name;
      case NamespaceScope.All(), NamespaceScope.Labelled _ -> "";
    };
  }

  /// What is said of pods.
  ///
  /// @param yes what surely is, in the order in which it is said
  /// @param unknown what is if the namespace has certain labels, which are not known
  record Found<T>(List<T> yes, List<T> unknown) {
    Found {
      yes = List.copyOf(yes);
      unknown = List.copyOf(unknown);
    }
  }

  /// What is said of pods.
  ///
  /// @param namespaceLabels those of each object that may be their namespace; none where no object
  ///   is known
  Found<T> of(Pods pods, List<SortedMap<String, String>> namespaceLabels) {
    List<Entry<T>> yes = new ArrayList<>();
    List<Entry<T>> unknown = new ArrayList<>();
    for (Entry<T> entry : near(pods)) {
      if (Selects.pods(entry.selection(), pods.labels(), pods.serviceAccount())) {
        switch (namespace(entry.scope(), pods.namespace(), namespaceLabels)) {
          case YES -> yes.add(entry);
          case UNKNOWN -> unknown.add(entry);
          case NO -> {}
        }
      }
    }
    return new Found<>(values(yes), values(unknown));
  }

  private static Selects.Answer namespace(
      NamespaceScope scope, String name, List<SortedMap<String, String>> labels) {
    return labels.stream()
        .map(one -> Selects.namespace(scope, name, Optional.of(one)))
        .min(Comparator.naturalOrder())
        .orElseGet(() -> Selects.namespace(scope, name, Optional.empty()));
  }

  /// The selections that are asked: those that a label of the pods finds, and those without one.
  List<Entry<T>> near(Pods pods) {
    List<Entry<T>> near = new ArrayList<>();
    for (String namespace : new TreeSet<>(List.of(pods.namespace(), ""))) {
      near.addAll(entries.getOrDefault(new Key(namespace, "", ""), List.of()));
      pods.labels()
          .forEach(
              (label, value) ->
                  near.addAll(entries.getOrDefault(new Key(namespace, label, value), List.of())));
    }
    return near;
  }

  private static <T> List<T> values(List<Entry<T>> entries) {
    return entries.stream()
        .sorted(Comparator.comparingInt(Entry::order))
        .map(Entry::value)
        .toList();
  }
}
