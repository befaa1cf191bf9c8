package io.policyc.signatures.sigstore;

import io.policyc.signatures.Quote;

/// Why a trust root is refused; never leaves its reader.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  Refusal(String why) {
    // no trace: nobody looks at it
    super(why, null, false, false);
    this.why = why;
  }

  Refusal(String why, String text) {
    this(why + ": " + Quote.of(text));
  }

  String why() {
    return why;
  }
}
