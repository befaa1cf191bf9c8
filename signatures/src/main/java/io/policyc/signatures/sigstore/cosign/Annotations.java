package io.policyc.signatures.sigstore.cosign;

/// The annotations in which cosign's first layout keeps what belongs to a signature.
///
/// Source: cosign 3.1.3, `pkg/oci/static/options.go` and `internal/pkg/cosign/…`; the certificate's
/// stand under `dev.sigstore.cosign`, though its specification's text has another prefix.
public final class Annotations {
  /// The raw signature in base64; empty for an attestation.
  public static final String SIGNATURE = "dev.cosignproject.cosign/signature";

  /// The signer's certificate in PEM.
  public static final String CERTIFICATE = "dev.sigstore.cosign/certificate";

  /// Its issuers in PEM.
  public static final String CHAIN = "dev.sigstore.cosign/chain";

  /// Rekor's entry and its promise, in JSON.
  public static final String BUNDLE = "dev.sigstore.cosign/bundle";

  /// A timestamp, in JSON.
  public static final String TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";

  private Annotations() {}
}
