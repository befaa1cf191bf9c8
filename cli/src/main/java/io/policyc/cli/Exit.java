package io.policyc.cli;

/// How a run ends; with several reasons the highest counts.
public enum Exit {
  /// Clean, yes, equal.
  CLEAN(0),
  /// Findings, no, differs; also a mistake inside a policy.
  FINDINGS(1),
  /// It was asked wrongly, or what it was given cannot be read as text.
  USAGE(2),
  /// A fault of policyc's own.
  FAULT(3);

  private final int status;

  Exit(int status) {
    this.status = status;
  }

  /// The status that the shell sees.
  public int status() {
    return status;
  }

  /// The higher of two.
  public Exit and(Exit other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
