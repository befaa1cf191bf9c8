package io.policyc.compiler.falco.evaluate;

/// A compiled condition.
@FunctionalInterface
interface Check {
  /// Whether it holds of an event.
  boolean holds(FalcoEvent event);
}
