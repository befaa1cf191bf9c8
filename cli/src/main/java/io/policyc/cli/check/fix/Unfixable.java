package io.policyc.cli.check.fix;

/// Why a field cannot be added to a text.
final class Unfixable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  Unfixable(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /// In words that go on after `not fixed: `.
  String reason() {
    return reason;
  }
}
