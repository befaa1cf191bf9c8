package io.policyc.compiler.cilium;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Copies of maps whose order is that of their keys, so that equal maps are written alike.
final class Sorted {
  private static final SortedMap<String, String> EMPTY =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private Sorted() {}

  /// An unmodifiable copy, sorted by key.
  static SortedMap<String, String> copy(Map<String, String> map) {
    return map.isEmpty() ? EMPTY : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
