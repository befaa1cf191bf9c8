package io.policyc.signatures.sigstore;

/// The ways in which signatures are written down. Each can be switched off by itself.
public enum Format {
  /// cosign's first layout: a payload called "simple signing" beside annotations, at the tag `.sig`
  /// or on a referrer.
  COSIGN_SIGNATURE("cosign-signature"),
  /// cosign's first layout of attestations: a DSSE envelope beside annotations, at the tag `.att`
  /// or on a referrer.
  COSIGN_ATTESTATION("cosign-attestation"),
  /// Sigstore bundle 0.1: a signed entry timestamp, perhaps an inclusion proof.
  BUNDLE_0_1("bundle-0.1"),
  /// Sigstore bundle 0.2: an inclusion proof.
  BUNDLE_0_2("bundle-0.2"),
  /// Sigstore bundle 0.3: what cosign 3 writes.
  BUNDLE_0_3("bundle-0.3");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /// Its name in settings and reports.
  public String word() {
    return word;
  }
}
