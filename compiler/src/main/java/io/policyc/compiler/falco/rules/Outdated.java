package io.policyc.compiler.falco.rules;

import java.util.List;
import java.util.Set;

/// What Falco warns of by name.
///
/// Source: falco 0.44.1, userspace/engine/filter_warning_resolver.cpp.
public final class Outdated {
  private static final List<String> FIELDS =
      List.of(
          "evt.dir",
          "evt.latency",
          "evt.latency.s",
          "evt.latency.ns",
          "evt.latency.human",
          "evt.wait_latency");

  private static final Set<String> EQUAL = Set.of("=", "==", "!=", "in", "intersects", "pmatch");

  private Outdated() {}

  static boolean isField(String name) {
    return FIELDS.contains(name);
  }

  /// The deprecated fields whose names an output has anywhere, even in its text.
  public static List<String> in(String output) {
    return FIELDS.stream().filter(output::contains).toList();
  }

  /// Fields of two sources of old, which are compared with `<NA>` by an operator, if any.
  static boolean isUnsafe(String name, String operator) {
    boolean source = name.startsWith("ka.") || name.startsWith("jevt.");
    return source && EQUAL.contains(operator);
  }
}
