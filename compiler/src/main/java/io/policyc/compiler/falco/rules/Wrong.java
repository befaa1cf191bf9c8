package io.policyc.compiler.falco.rules;

/// Leaves the check of one comparison; never leaves this package.
final class Wrong extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  Wrong(Trouble trouble) {
    // No stack trace: this is an answer about a text.
    super(trouble.message(), null, false, false);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
