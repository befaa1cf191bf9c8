package io.policyc.compiler.falco.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The fields of all ancestors together: a comparison holds if it holds for any ancestor.
///
/// With an argument (`proc.aname[2]`) they are ordinary fields.
final class Ancestors {
  private static final Set<String> NAMES =
      Set.of("proc.aname", "proc.aexe", "proc.aexepath", "proc.acmdline", "proc.aenv", "proc.apid");

  /// Falco itself has no more.
  private static final int MOST = 128;

  private Ancestors() {}

  /// Whether a field without an argument means all ancestors.
  static boolean mean(String field) {
    return NAMES.contains(field);
  }

  /// The values, the parent's first; empty where there is no ancestor.
  static Optional<List<Value>> of(String field, FalcoEvent event) {
    Optional<Value> together = event.value(field);
    if (together.isPresent() && together.get() instanceof Value.Many many) {
      return Optional.of(Convert.each(many)).filter(all -> !all.isEmpty());
    }
    List<Value> found = new ArrayList<>();
    for (int i = 1; i <= MOST; i++) {
      Optional<Value> one = event.value(field + "[" + i + "]");
      if (one.isEmpty()) {
        break;
      }
      found.add(one.get());
    }
    return found.isEmpty() ? together.map(List::of) : Optional.of(found);
  }
}
