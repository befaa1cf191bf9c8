package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.sigstore.bundle.Signed.Holder;
import io.policyc.signatures.sigstore.certificate.LeafCertificate;
import io.policyc.signatures.sigstore.keys.KeyStrength;
import io.policyc.signatures.sigstore.read.Read;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;

/// Whose signature it must be: a key, and the certificate that came with the signature.
///
/// @param verifier the certificate in DER, or else the key's SubjectPublicKeyInfo: what a log
///   records
record Party(PublicKey key, Optional<LeafCertificate> leaf, Bytes verifier) {

  /// Finds the party that is asked for among what came with the signature.
  static Read<Party> of(Signers signers, Holder holder) {
    return switch (signers) {
      case Signers.Key(var key) -> strong(key).then(strong -> withKey(strong, holder));
      case Signers.Keyless _ ->
          switch (holder) {
            case Holder.Certificate(var der, _) ->
                certified(der).then(party -> strong(party.key).then(_ -> new Read.Good<>(party)));
            case Holder.SomeKey _ ->
                Read.bad(
                    Reason.NO_CERTIFICATE,
                    "it comes with no certificate, which could say whose it is");
          };
    };
  }

  private static Read<Party> withKey(PublicKey key, Holder holder) {
    return switch (holder) {
      case Holder.SomeKey _ ->
          new Read.Good<>(new Party(key, Optional.empty(), Bytes.copyOf(key.getEncoded())));
      case Holder.Certificate(var der, _) ->
          certified(der)
              .then(
                  party ->
                      Arrays.equals(party.key.getEncoded(), key.getEncoded())
                          ? new Read.Good<>(party)
                          : Read.bad(
                              Reason.WRONG_KEY,
                              "its certificate is of another key than asked for"));
    };
  }

  private static Read<PublicKey> strong(PublicKey key) {
    return KeyStrength.trouble(key)
        .map(why -> Read.<PublicKey>bad(Reason.UNSUPPORTED_KEY, "the key " + why))
        .orElseGet(() -> new Read.Good<>(key));
  }

  private static Read<Party> certified(Bytes der) {
    return LeafCertificate.read(der.view())
        .<Read<Party>>map(leaf -> new Read.Good<>(new Party(leaf.key(), Optional.of(leaf), der)))
        .orElseGet(() -> Read.bad(Reason.MALFORMED_CERTIFICATE, "its certificate cannot be read"));
  }
}
