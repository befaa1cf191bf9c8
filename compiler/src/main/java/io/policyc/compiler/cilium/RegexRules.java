package io.policyc.compiler.cilium;

import java.util.Optional;

/// What is known about a regular expression in RE2's syntax.
@FunctionalInterface
public interface RegexRules {
  /// Why Cilium or Envoy refuses an expression; empty when both take it.
  ///
  /// The reason completes a sentence that begins with the expression: `is no RE2: …`.
  Optional<String> problem(String expression);
}
