package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.RegexRules;
import io.policyc.compiler.regex.Re2;
import io.policyc.compiler.regex.Re2Size;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// What Cilium's and Envoy's readers of regular expressions say of each, asked once.
final class Expressions implements RegexRules {
  private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

  /// Notes that an expression was made small enough.
  void good(String expression) {
    known.put(expression, Optional.empty());
  }

  @Override
  public Optional<String> problem(String expression) {
    return known.computeIfAbsent(expression, Expressions::judged);
  }

  private static Optional<String> judged(String expression) {
    if (Re2.parse(expression) instanceof Re2.Refused(_, _, var reason)) {
      return Optional.of("is no RE2: " + reason);
    }
    OptionalInt size = Re2Size.of(expression);
    return size.isPresent() && size.getAsInt() <= Re2Size.LIMIT
        ? Optional.empty()
        : Optional.of(
            "is a program of "
                + size.orElse(Integer.MAX_VALUE)
                + " instructions, and Envoy takes "
                + Re2Size.LIMIT);
  }
}
