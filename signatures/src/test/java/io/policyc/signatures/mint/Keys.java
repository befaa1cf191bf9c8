package io.policyc.signatures.mint;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/// Makes keys and signatures by the Java platform's own means.
public final class Keys {
  private Keys() {}

  public static KeyPair p256() {
    return elliptic("secp256r1");
  }

  public static KeyPair p384() {
    return elliptic("secp384r1");
  }

  public static KeyPair p521() {
    return elliptic("secp521r1");
  }

  public static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static KeyPair ed25519() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Signs by an algorithm's name such as `SHA256withECDSA`, `SHA256withRSA`, `Ed25519`.
  public static byte[] sign(String algorithm, PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The name of the algorithm that a key signs with where nothing else is said: SHA-256, but
  /// SHA-384 for P-384 and SHA-512 for P-521.
  public static String algorithm(PrivateKey key) {
    return switch (key) {
      case java.security.interfaces.ECPrivateKey elliptic ->
          switch (elliptic.getParams().getOrder().bitLength()) {
            case 384 -> "SHA384withECDSA";
            case 521 -> "SHA512withECDSA";
            default -> "SHA256withECDSA";
          };
      case java.security.interfaces.RSAPrivateKey _ -> "SHA256withRSA";
      default -> "Ed25519";
    };
  }

  /// PEM with lines of 64 letters.
  public static String pem(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static KeyPair elliptic(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
