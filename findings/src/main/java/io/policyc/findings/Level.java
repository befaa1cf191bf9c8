package io.policyc.findings;

import java.util.Locale;

/// How much a finding weighs, the heaviest first.
public enum Level {
  /// The input is refused: nothing is written.
  ERROR,
  /// The input is accepted; somebody should look.
  WARNING,
  /// A fact worth knowing, such as what an engine cannot see.
  NOTE;

  /// `error`, `warning` or `note`, as every output format spells it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
