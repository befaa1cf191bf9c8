package io.policyc.compiler.falco.evaluate;

/// A condition that can be asked, or why it can't.
public sealed interface Prepared permits Evaluator, Refusal {
  /// The evaluator, where the condition must be sound.
  ///
  /// @throws IllegalArgumentException with the reason where it isn't
  default Evaluator orThrow() {
    return switch (this) {
      case Evaluator evaluator -> evaluator;
      case Refusal(var reason, var at) ->
          throw new IllegalArgumentException(reason + " (at offset " + at + ")");
    };
  }
}
