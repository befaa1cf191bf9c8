package io.policyc.signatures.sigstore.log;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import java.util.Optional;

/// What an entry of Rekor records. A verifier is a certificate or a public key, in PEM or DER.
///
/// @see <a href="https://github.com/sigstore/rekor/tree/v1.5.0/pkg/types">Rekor 1.5.0, types</a>
public sealed interface EntryBody {
  /// `hashedrekord` 0.0.1 (Rekor 1) and 0.0.2 (Rekor 2): a signature of content with a digest. Of a
  /// DSSE envelope, Rekor 2 takes the digest of its pre-authentication encoding.
  record HashedRekord(Digest digest, Bytes signature, Bytes verifier) implements EntryBody {}

  /// `dsse` 0.0.1: a DSSE envelope.
  ///
  /// @param envelopeHash of the JSON as it was handed in, which a bundle does not keep
  record Dsse(Digest envelopeHash, Digest payloadHash, Bytes signature, Bytes verifier)
      implements EntryBody {}

  /// `intoto` 0.0.1: a DSSE envelope, without its signature.
  ///
  /// @param envelopeHash of the JSON as it was handed in
  record InTotoHash(Digest envelopeHash, Optional<Digest> payloadHash, Bytes verifier)
      implements EntryBody {}

  /// `intoto` 0.0.2: a DSSE envelope.
  ///
  /// @param payloadType of the envelope
  record InToto(String payloadType, Digest payloadHash, Bytes signature, Bytes verifier)
      implements EntryBody {}
}
