package io.policyc.cli.check.fix;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Additions to one object as a tree, so that those below one field are written together.
final class Growth {
  private final Map<Object, Growth> below = new LinkedHashMap<>();
  private Optional<Added> value = Optional.empty();

  static Growth of(Collection<Addition> additions) {
    Growth root = new Growth();
    for (Addition addition : additions) {
      Growth here = root;
      for (Object step : addition.steps()) {
        here = here.below.computeIfAbsent(step, _ -> new Growth());
      }
      here.value = Optional.of(addition.value());
    }
    return root;
  }

  /// What is added below, by name or position.
  Map<Object, Growth> below() {
    return below;
  }

  /// What is added here.
  Optional<Added> value() {
    return value;
  }

  /// Whether nothing is added, here or below.
  boolean isNothing() {
    return value.isEmpty() && below.isEmpty();
  }
}
