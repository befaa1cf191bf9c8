package io.policyc.signatures.sigstore.keys;

import io.policyc.signatures.Quote;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// Reads public keys: what `cosign generate-key-pair` writes, what OpenSSL prints, what a
/// certificate holds.
public final class PublicKeys {
  private static final int MAX_BYTES = 64 * 1024;

  private PublicKeys() {}

  /// What became of the bytes.
  public sealed interface Read {
    /// A key that is strong enough; see [KeyStrength].
    record Key(PublicKey key) implements Read {}

    /// None.
    ///
    /// @param why in words that follow "it "; lower-case, no full stop
    record Refused(String why) implements Read {}
  }

  /// Reads one key.
  ///
  /// @param bytes PEM (`PUBLIC KEY`, `RSA PUBLIC KEY` or `CERTIFICATE`, just one of them) or DER (a
  ///   SubjectPublicKeyInfo or a certificate)
  public static Read read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new Read.Refused("is longer than 64 KiB");
    }
    return Pem.is(bytes) ? pem(bytes) : der(bytes);
  }

  private static Read pem(byte[] bytes) {
    Optional<List<Pem.Block>> blocks = Pem.read(bytes, 2);
    if (blocks.isEmpty()) {
      return new Read.Refused("is no whole PEM text");
    }
    if (blocks.get().size() != 1) {
      return new Read.Refused("holds more than one key, of which only one can be meant");
    }
    return block(blocks.get().getFirst());
  }

  private static Read block(Pem.Block block) {
    byte[] content = block.content().view();
    if (block.label().endsWith("PRIVATE KEY")) {
      return new Read.Refused("is a private key, which nobody but its holder should have");
    }
    return switch (block.label()) {
      case "PUBLIC KEY" -> spki(content);
      case "RSA PUBLIC KEY" -> pkcs1(content);
      case "CERTIFICATE" -> certificate(content);
      default -> new Read.Refused("is PEM of another kind, " + Quote.of(block.label()));
    };
  }

  private static Read der(byte[] bytes) {
    Read key = spki(bytes);
    return key instanceof Read.Refused && Certificates.read(bytes).isPresent()
        ? certificate(bytes)
        : key;
  }

  private static Read certificate(byte[] der) {
    return Certificates.read(der)
        .map(certificate -> checked(certificate.getPublicKey()))
        .orElseGet(() -> new Read.Refused("is a certificate that cannot be read"));
  }

  /// Reads an RSA key in the form of PKCS #1, without its algorithm.
  public static Read pkcs1(byte[] der) {
    try {
      AlgorithmIdentifier rsa =
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
      ASN1Primitive content = ASN1Primitive.fromByteArray(der);
      return spki(new SubjectPublicKeyInfo(rsa, content).getEncoded("DER"));
    } catch (IOException | RuntimeException e) {
      return new Read.Refused("is no RSA key");
    }
  }

  /// Reads a SubjectPublicKeyInfo.
  public static Read spki(byte[] der) {
    try {
      SubjectPublicKeyInfo info =
          SubjectPublicKeyInfo.getInstance(ASN1Primitive.fromByteArray(der));
      Optional<String> algorithm = algorithm(info.getAlgorithm());
      if (algorithm.isEmpty()) {
        return new Read.Refused(
            "is a key of a kind that is not supported, "
                + Quote.of(info.getAlgorithm().getAlgorithm().getId()));
      }
      PublicKey key =
          KeyFactory.getInstance(algorithm.get()).generatePublic(new X509EncodedKeySpec(der));
      return checked(key);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return new Read.Refused("is no public key");
    }
  }

  private static Optional<String> algorithm(AlgorithmIdentifier identifier) {
    return switch (identifier.getAlgorithm().getId()) {
      case "1.2.840.113549.1.1.1" -> Optional.of("RSA");
      case "1.2.840.10045.2.1" -> Optional.of("EC");
      case "1.3.101.112" -> Optional.of("Ed25519");
      default -> Optional.empty();
    };
  }

  private static Read checked(PublicKey key) {
    Optional<String> trouble = KeyStrength.trouble(key);
    return trouble.isPresent() ? new Read.Refused(trouble.get()) : new Read.Key(key);
  }
}
