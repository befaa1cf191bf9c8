package io.policyc.compiler.resolve;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.findings.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What all conditions on one label so far leave of its values.
final class LabelValues {
  private final Span first;
  private final Set<String> refused = new HashSet<>();
  private Optional<Set<String>> admitted = Optional.empty();
  private boolean present;
  private boolean absent;
  private boolean impossible;

  LabelValues(Span first) {
    this.first = first;
  }

  /// The first condition on the label.
  Span first() {
    return first;
  }

  /// Adds a condition.
  ///
  /// @return whether this one is what leaves nothing
  boolean add(LabelRequirement requirement) {
    switch (requirement.operator()) {
      case IN -> admit(requirement);
      case NOT_IN -> refused.addAll(requirement.values());
      case EXISTS -> present = true;
      case ABSENT -> absent = true;
    }
    boolean before = impossible;
    impossible = isImpossible();
    return impossible && !before;
  }

  private void admit(LabelRequirement requirement) {
    present = true;
    Set<String> values = new HashSet<>(requirement.values());
    admitted.ifPresent(values::retainAll);
    admitted = Optional.of(values);
  }

  private boolean isImpossible() {
    return (absent && present) || admitted.map(refused::containsAll).orElse(false);
  }
}
