package io.policyc.signatures.sigstore;

/// Why a signature is refused. Each has a page, `docs/signatures/ID.md`; ids are never used again.
public enum Reason {
  // what was found cannot be read
  MALFORMED_BUNDLE("malformed-bundle"),
  MALFORMED_SIGNATURE("malformed-signature"),
  MALFORMED_ENVELOPE("malformed-envelope"),
  MALFORMED_STATEMENT("malformed-statement"),
  MALFORMED_CERTIFICATE("malformed-certificate"),
  TOO_LARGE("too-large"),
  UNKNOWN_FORMAT("unknown-format"),
  FORMAT_NOT_ALLOWED("format-not-allowed"),

  // it is about something else
  WRONG_DIGEST("wrong-digest"),
  NOT_A_SIGNATURE("not-a-signature"),
  WRONG_PREDICATE_TYPE("wrong-predicate-type"),
  CONDITION_NOT_MET("condition-not-met"),

  // it is not by whom it should be
  WRONG_KEY("wrong-key"),
  NO_CERTIFICATE("no-certificate"),
  UNTRUSTED_CERTIFICATE("untrusted-certificate"),
  CERTIFICATE_NOT_VALID("certificate-not-valid"),
  NOT_FOR_CODE_SIGNING("not-for-code-signing"),
  NO_CERTIFICATE_TIMESTAMP("no-certificate-timestamp"),
  BAD_CERTIFICATE_TIMESTAMP("bad-certificate-timestamp"),
  WRONG_IDENTITY("wrong-identity"),
  WRONG_ISSUER("wrong-issuer"),
  WRONG_EXTENSION("wrong-extension"),

  // the signature itself
  BAD_SIGNATURE("bad-signature"),
  UNSUPPORTED_KEY("unsupported-key"),

  // the transparency log
  NO_LOG_ENTRY("no-log-entry"),
  UNKNOWN_LOG("unknown-log"),
  MALFORMED_LOG_ENTRY("malformed-log-entry"),
  UNSUPPORTED_LOG_ENTRY("unsupported-log-entry"),
  LOG_ENTRY_MISMATCH("log-entry-mismatch"),
  NO_INCLUSION_PROMISE("no-inclusion-promise"),
  BAD_INCLUSION_PROMISE("bad-inclusion-promise"),
  NO_INCLUSION_PROOF("no-inclusion-proof"),
  BAD_INCLUSION_PROOF("bad-inclusion-proof"),
  BAD_CHECKPOINT("bad-checkpoint"),
  DUPLICATE_LOG_ENTRY("duplicate-log-entry"),

  // when it was signed
  NO_PROVEN_TIME("no-proven-time"),
  MALFORMED_TIMESTAMP("malformed-timestamp"),
  UNTRUSTED_TIMESTAMP("untrusted-timestamp"),
  BAD_TIMESTAMP("bad-timestamp"),
  TIME_IN_FUTURE("time-in-future");

  private final String id;

  Reason(String id) {
    this.id = id;
  }

  /// Its name in reports, and of its page.
  public String id() {
    return id;
  }
}
