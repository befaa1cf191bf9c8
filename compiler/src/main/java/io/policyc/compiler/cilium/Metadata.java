package io.policyc.compiler.cilium;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An object's `metadata`.
///
/// @param name empty only for an object that was read without one
/// @param namespace absent in a text that leaves it to `kubectl -n`
/// @param labels sorted by key
/// @param annotations sorted by key
public record Metadata(
    String name,
    Optional<String> namespace,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations) {
  public Metadata {
    labels = Sorted.copy(labels);
    annotations = Sorted.copy(annotations);
  }

  /// The metadata of an object without labels and annotations.
  public static Metadata of(String namespace, String name) {
    return new Metadata(name, Optional.of(namespace), Sorted.copy(Map.of()), Sorted.copy(Map.of()));
  }

  /// The same with one more label.
  public Metadata withLabel(String key, String value) {
    return new Metadata(name, namespace, plus(labels, key, value), annotations);
  }

  /// The same with one more annotation.
  public Metadata withAnnotation(String key, String value) {
    return new Metadata(name, namespace, labels, plus(annotations, key, value));
  }

  private static SortedMap<String, String> plus(
      SortedMap<String, String> map, String key, String value) {
    SortedMap<String, String> more = new TreeMap<>(map);
    more.put(key, value);
    return more;
  }
}
