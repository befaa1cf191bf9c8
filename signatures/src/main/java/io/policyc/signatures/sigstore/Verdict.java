package io.policyc.signatures.sigstore;

import io.policyc.signatures.Digest;
import java.time.Instant;
import java.util.Optional;

/// What a verification says. Silence is never consent: there is no third answer.
public sealed interface Verdict {
  /// The signature is as asked for.
  ///
  /// @param digest of the content, as the signature itself names it
  /// @param signer who signed
  /// @param time when, at the latest, as far as it is proven by a log or a timestamp authority
  /// @param format how it was written down
  record Verified(Digest digest, Signer signer, Optional<Instant> time, Format format)
      implements Verdict {}

  /// It is not.
  ///
  /// @param reason the first check that failed
  /// @param detail what was found and what was wanted, in one sentence: lower-case, no full stop,
  ///   texts of strangers escaped, in backticks and cut at 200 characters
  record Rejected(Reason reason, String detail) implements Verdict {}

  /// Who signed.
  sealed interface Signer {
    /// The holder of a key.
    ///
    /// @param fingerprint SHA-256 of its SubjectPublicKeyInfo
    record KeyHolder(Digest fingerprint) implements Signer {}

    /// The holder of an identity.
    ///
    /// @param subject the alternative name that met the demand
    /// @param issuer who vouched for it
    record Identified(String subject, String issuer) implements Signer {}
  }
}
