package io.policyc.signatures.sigstore;

import io.policyc.signatures.sigstore.keys.Curve;
import io.policyc.signatures.sigstore.keys.PublicKeys;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/// Reads the keys of a trust root's logs.
final class TrustRootKeys {
  private TrustRootKeys() {}

  /// How a log signs; empty for a way that is not known.
  static Optional<KeyDetails> details(String word) {
    for (KeyDetails one : KeyDetails.values()) {
      if (one.name().equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /// Reads a key, which must be of the kind that its details say.
  static PublicKey key(byte[] raw, KeyDetails details, String place) throws Refusal {
    PublicKeys.Read read =
        details == KeyDetails.PKCS1_RSA_PKCS1V5 ? PublicKeys.pkcs1(raw) : PublicKeys.spki(raw);
    PublicKey key =
        switch (read) {
          case PublicKeys.Read.Key(var found) -> found;
          case PublicKeys.Read.Refused(String why) -> throw new Refusal(place + " " + why);
        };
    if (!fits(key, details)) {
      throw new Refusal(place + " is a key of another kind than " + details);
    }
    return key;
  }

  private static boolean fits(PublicKey key, KeyDetails details) {
    return switch (details) {
      case PKCS1_RSA_PKCS1V5, PKIX_RSA_PKCS1V5 -> key instanceof RSAPublicKey;
      case PKIX_RSA_PKCS1V15_2048_SHA256 -> isRsa(key, 2048);
      case PKIX_RSA_PKCS1V15_3072_SHA256 -> isRsa(key, 3072);
      case PKIX_RSA_PKCS1V15_4096_SHA256 -> isRsa(key, 4096);
      case PKIX_ECDSA_P256_SHA_256 -> isOn(key, Curve.P256);
      case PKIX_ECDSA_P384_SHA_384 -> isOn(key, Curve.P384);
      case PKIX_ECDSA_P521_SHA_512 -> isOn(key, Curve.P521);
      case PKIX_ED25519, PKIX_ED25519_PH -> key instanceof EdECPublicKey;
    };
  }

  private static boolean isRsa(PublicKey key, int bits) {
    return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() == bits;
  }

  private static boolean isOn(PublicKey key, Curve curve) {
    return key instanceof ECPublicKey elliptic && Curve.of(elliptic).equals(Optional.of(curve));
  }
}
