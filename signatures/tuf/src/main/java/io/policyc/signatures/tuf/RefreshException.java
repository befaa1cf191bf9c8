package io.policyc.signatures.tuf;

/// Why a refresh failed; never leaves this package.
final class RefreshException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String why;

  RefreshException(String why) {
    super(why);
    this.why = why;
  }

  RefreshException(String why, Throwable cause) {
    super(why, cause);
    this.why = why;
  }

  String why() {
    return why;
  }
}
