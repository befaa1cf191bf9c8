package io.policyc.compiler.emit.cilium;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// For each set of pods what is to be written about it.
final class Plan {
  private final Map<Subject, Map<Direction, Side>> subjects = new LinkedHashMap<>();

  /// What is written about a subject in a direction; asking for it makes it be written, closed and
  /// empty if nothing is added.
  Side side(Subject subject, Direction direction) {
    return subjects
        .computeIfAbsent(subject, s -> new EnumMap<>(Direction.class))
        .computeIfAbsent(direction, d -> new Side());
  }

  Map<Subject, Map<Direction, Side>> subjects() {
    return subjects;
  }
}
