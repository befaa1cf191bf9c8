package io.policyc.compiler.emit.cilium;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// For each set of pods what is to be written about it.
final class Plan {
  private final Map<Subject, Map<Direction, Side>> subjects = new LinkedHashMap<>();

  // A subject is mostly the very same object as before: comparing it costs more than the rest.
  private final IdentityHashMap<Subject, Map<Direction, Side>> same = new IdentityHashMap<>();

  /// What is written about a subject in a direction; asking for it makes it be written, closed and
  /// empty if nothing is added.
  Side side(Subject subject, Direction direction) {
    Map<Direction, Side> sides = same.get(subject);
    if (sides == null) {
      sides = subjects.computeIfAbsent(subject, s -> new EnumMap<>(Direction.class));
      same.put(subject, sides);
    }
    return sides.computeIfAbsent(direction, d -> new Side());
  }

  Map<Subject, Map<Direction, Side>> subjects() {
    return subjects;
  }
}
