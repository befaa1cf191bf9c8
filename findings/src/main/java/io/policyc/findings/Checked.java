package io.policyc.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A value with what was found while it was made.
///
/// The value is present even when there are errors: it then stands for as much as could be
/// understood, and must not be emitted or enforced.
///
/// @param value what was made
/// @param findings in the order in which they were found
public record Checked<T>(T value, List<Finding> findings) {
  public Checked {
    findings = List.copyOf(findings);
  }

  /// A value about which nothing was found.
  public static <T> Checked<T> clean(T value) {
    return new Checked<>(value, List.of());
  }

  /// Whether any finding is an error.
  public boolean hasErrors() {
    return findings.stream().anyMatch(f -> f.level() == Level.ERROR);
  }

  /// The next step's value, with the findings of both.
  public <U> Checked<U> then(Function<? super T, Checked<U>> step) {
    Checked<U> next = step.apply(value);
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(next.findings);
    return new Checked<>(next.value, all);
  }
}
