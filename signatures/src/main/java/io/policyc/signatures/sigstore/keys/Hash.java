package io.policyc.signatures.sigstore.keys;

import io.policyc.signatures.Digest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;

/// What becomes of a message before it is signed with ECDSA or RSA. Ed25519 has its own way.
public enum Hash {
  SHA256,
  SHA384,
  SHA512,
  /// What Sigstore's registry of algorithms pairs with the key: SHA-384 for P-384, SHA-512 for
  /// P-521, SHA-256 for any other.
  OF_KEY;

  Digest.Algorithm algorithm(PublicKey key) {
    return switch (this) {
      case SHA256 -> Digest.Algorithm.SHA256;
      case SHA384 -> Digest.Algorithm.SHA384;
      case SHA512 -> Digest.Algorithm.SHA512;
      case OF_KEY ->
          key instanceof ECPublicKey elliptic
              ? Curve.of(elliptic).map(Curve::hash).orElse(Digest.Algorithm.SHA256)
              : Digest.Algorithm.SHA256;
    };
  }
}
