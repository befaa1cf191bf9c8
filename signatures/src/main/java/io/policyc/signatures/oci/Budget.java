package io.policyc.signatures.oci;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes one road may still read. What has been read counts, not what somebody claims;
/// what was begun before the end is kept, so that the end may be overrun by what a few steps read.
final class Budget {
  private final AtomicLong left;

  Budget(Limits limits) {
    this.left = new AtomicLong(limits.maxSignatureBytes());
  }

  boolean spent() {
    return left.get() <= 0;
  }

  void spend(long bytes) {
    left.addAndGet(-bytes);
  }

  static Trouble tooMany(Limits limits) {
    return new Trouble(
        Trouble.Kind.TOO_MANY,
        "more signatures than are looked at (at most "
            + limits.maxSignatures()
            + ", with "
            + limits.maxSignatureBytes()
            + " bytes)");
  }
}
