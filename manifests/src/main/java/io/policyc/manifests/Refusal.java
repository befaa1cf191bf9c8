package io.policyc.manifests;

import io.policyc.findings.Finding;

/// Ends the reading of one document; the other ones of its file are still read.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Finding finding;

  Refusal(Finding finding) {
    // Without a stack: a broken document is an ordinary input, and there may be many.
    super(finding.message(), null, false, false);
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
