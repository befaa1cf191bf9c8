package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Digest.Algorithm;
import io.policyc.signatures.sigstore.Verdict.Rejected;
import io.policyc.signatures.sigstore.bundle.Signed;
import io.policyc.signatures.sigstore.bundle.Signed.Content;
import io.policyc.signatures.sigstore.keys.Curve;
import io.policyc.signatures.sigstore.keys.Hash;
import io.policyc.signatures.sigstore.keys.Signatures;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a signature is a key's.
///
/// Which hash was signed is written down nowhere. Today's clients take what Sigstore's registry of
/// algorithms says of the key, cosign since 2.6 for its first layout, too; older ones took SHA-256
/// with P-384 and P-521 as well. These two hashes are tried, and no other.
final class SignatureCheck {
  private SignatureCheck() {}

  /// @param digests of the content where it lies elsewhere
  static Optional<Rejected> check(Signed signed, PublicKey key, List<Digest> digests) {
    boolean verifies =
        switch (signed.content()) {
          case Content.Payload(var payload, var signature) ->
              message(key, payload.view(), signature.view());
          case Content.Enveloped(var envelope, _) ->
              message(key, envelope.signedBytes(), envelope.signature().view());
          case Content.Message(_, var signature) -> message(key, digests, signature);
        };
    return verifies
        ? Optional.empty()
        : Optional.of(new Rejected(Reason.BAD_SIGNATURE, why(signed)));
  }

  private static String why(Signed signed) {
    return switch (signed.holder()) {
      case Signed.Holder.Certificate _ ->
          "the signature is not by its certificate's key, or what is signed was changed";
      case Signed.Holder.SomeKey _ ->
          "the signature is not by the key asked for, or what is signed was changed";
    };
  }

  private static boolean message(PublicKey key, byte[] message, byte[] signature) {
    return hashes(key).anyMatch(hash -> Signatures.verifies(key, hash, message, signature));
  }

  private static Stream<Hash> hashes(PublicKey key) {
    return ofKey(key) == Algorithm.SHA256 || key instanceof EdECPublicKey
        ? Stream.of(Hash.OF_KEY)
        : Stream.of(Hash.OF_KEY, Hash.SHA256);
  }

  private static boolean message(PublicKey key, List<Digest> digests, Bytes signature) {
    return digests.stream()
        .filter(digest -> signs(key, digest.algorithm()))
        .anyMatch(digest -> Signatures.verifiesDigest(key, digest, signature.view()));
  }

  private static boolean signs(PublicKey key, Algorithm algorithm) {
    return algorithm == ofKey(key)
        || (algorithm == Algorithm.SHA256 && !(key instanceof EdECPublicKey));
  }

  private static Algorithm ofKey(PublicKey key) {
    return switch (key) {
      case ECPublicKey curve -> Curve.of(curve).map(Curve::hash).orElse(Algorithm.SHA256);
      case EdECPublicKey _ -> Algorithm.SHA512;
      default -> Algorithm.SHA256;
    };
  }
}
