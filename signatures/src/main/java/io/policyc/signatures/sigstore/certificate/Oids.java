package io.policyc.signatures.sigstore.certificate;

/// The object identifiers that certificates of signers carry.
final class Oids {
  static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

  /// The list of certificate timestamps (RFC 6962, 3.3).
  static final String CERTIFICATE_TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2";

  /// Below it stands all that Fulcio adds (fulcio v1.8.5, docs/oid-info.md).
  static final String FULCIO = "1.3.6.1.4.1.57264.1.";

  /// The issuer as plain bytes.
  static final String ISSUER = FULCIO + "1";

  /// The issuer as a UTF8String.
  static final String ISSUER_V2 = FULCIO + "8";

  private Oids() {}
}
