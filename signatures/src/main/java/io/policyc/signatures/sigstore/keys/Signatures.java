package io.policyc.signatures.sigstore.keys;

import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.KeyDetails;
import io.policyc.signatures.sigstore.TrustRoot;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Checks signatures: ECDSA in DER, RSA by PKCS #1 v1.5, Ed25519 and Ed25519ph. RSA-PSS is not
/// among them: cosign does not write it.
///
/// A key that [KeyStrength] finds fault with verifies nothing.
public final class Signatures {
  /// The longest there is: RSA with 16,384 bits.
  private static final int MAX_SIGNATURE = 2048;

  private Signatures() {}

  /// Whether a signature over a message is the key's.
  ///
  /// @param hash what ECDSA and RSA sign instead of the message; Ed25519 is Ed25519 proper
  public static boolean verifies(PublicKey key, Hash hash, byte[] message, byte[] signature) {
    if (signature.length > MAX_SIGNATURE || KeyStrength.trouble(key).isPresent()) {
      return false;
    }
    if (key instanceof EdECPublicKey) {
      return verifies("Ed25519", key, message, signature);
    }
    return verifiesDigest(key, Digest.of(hash.algorithm(key), message), signature);
  }

  /// Whether a signature over what has this digest is the key's: for Ed25519 keys that is
  /// Ed25519ph, which demands SHA-512.
  public static boolean verifiesDigest(PublicKey key, Digest digest, byte[] signature) {
    if (signature.length > MAX_SIGNATURE || KeyStrength.trouble(key).isPresent()) {
      return false;
    }
    return switch (key) {
      case ECPublicKey _ -> verifies("NONEwithECDSA", key, digest.bytes(), signature);
      case RSAPublicKey rsa -> RsaPkcs1.verifies(rsa, digest, signature);
      case EdECPublicKey edwards -> prehashed(edwards, digest, signature);
      default -> false;
    };
  }

  /// Whether a signature over a message is a log's.
  ///
  /// Rekor 1 signs SHA-256 with any curve (rekor v1.5.0, pkg/signer/file.go), whatever the trust
  /// root says of its key.
  public static boolean verifies(TrustRoot.Log log, byte[] message, byte[] signature) {
    if (log.scheme() == KeyDetails.PKIX_ED25519_PH) {
      return verifiesDigest(log.key(), Digest.of(Digest.Algorithm.SHA512, message), signature);
    }
    return verifies(log.key(), Hash.OF_KEY, message, signature)
        || (log.key() instanceof ECPublicKey
            && verifies(log.key(), Hash.SHA256, message, signature));
  }

  private static boolean verifies(
      String algorithm, PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      // a signature that cannot even be read
      return false;
    }
  }

  private static boolean prehashed(EdECPublicKey key, Digest digest, byte[] signature) {
    if (digest.algorithm() != Digest.Algorithm.SHA512
        || signature.length != Ed25519.SIGNATURE_SIZE) {
      return false;
    }
    byte[] spki = key.getEncoded();
    byte[] raw = Arrays.copyOfRange(spki, spki.length - Ed25519.PUBLIC_KEY_SIZE, spki.length);
    return Ed25519.verifyPrehash(signature, 0, raw, 0, new byte[0], digest.bytes(), 0);
  }
}
