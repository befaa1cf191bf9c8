package io.policyc.cli.check;

import io.policyc.cli.check.fix.Addition;
import java.util.List;

/// What can be done about a finding in its file.
sealed interface Remedy {
  /// Fields to add.
  record Add(List<Addition> additions) implements Remedy {
    public Add {
      additions = List.copyOf(additions);
    }
  }

  /// It is of a sort that is fixed elsewhere, and not here.
  ///
  /// @param reason in words that go on after `not fixed: `
  record Leave(String reason) implements Remedy {}

  /// It is of a sort that a person decides about.
  record None() implements Remedy {}
}
