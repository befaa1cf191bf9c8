package io.policyc.signatures.mint;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.KeyDetails;
import io.policyc.signatures.sigstore.TrustRoot;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;

/// A log of certificates: makes the promises that stand in certificates (RFC 6962).
public final class MintedCertificateLog {
  /// The extension that holds the list.
  public static final String LIST_OID = "1.3.6.1.4.1.11129.2.4.2";

  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");

  private final KeyPair keys;

  private MintedCertificateLog(KeyPair keys) {
    this.keys = keys;
  }

  /// A log with a P-256 key.
  public static MintedCertificateLog create() {
    return new MintedCertificateLog(Keys.p256());
  }

  /// A log with a key, elliptic or RSA.
  public static MintedCertificateLog create(KeyPair keys) {
    return new MintedCertificateLog(keys);
  }

  public KeyPair keys() {
    return keys;
  }

  /// SHA-256 of its key.
  public byte[] id() {
    return Digest.sha256(keys.getPublic().getEncoded()).bytes();
  }

  /// As a trust root names it: believed from 2022 on.
  public TrustRoot.Log log() {
    return log(new TrustRoot.Period(START, Optional.empty()));
  }

  /// As a trust root names it, for a time.
  public TrustRoot.Log log(TrustRoot.Period period) {
    return new TrustRoot.Log(
        "https://ctfe.minted.example", Bytes.copyOf(id()), keys.getPublic(), details(), period);
  }

  /// A promise to record a certificate, which does not hold any promise yet.
  public byte[] promise(
      X509Certificate without, X509Certificate issuer, Instant time, byte[] extensions) {
    try {
      byte[] issuerKey = issuer.getPublicKey().getEncoded();
      byte[] signed =
          signed(
              without.getTBSCertificate(),
              Digest.sha256(issuerKey).bytes(),
              time.toEpochMilli(),
              extensions);
      return promise(id(), time.toEpochMilli(), extensions, sign(signed));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A promise of these parts.
  public byte[] promise(byte[] id, long millis, byte[] extensions, byte[] signature) {
    return write(
        out -> {
          out.writeByte(0);
          out.write(id);
          out.writeLong(millis);
          vector(out, extensions);
          out.writeByte(hash());
          out.writeByte(keys.getPublic().getAlgorithm().equals("RSA") ? 1 : 3);
          vector(out, signature);
        });
  }

  /// A list of promises, as it stands in the extension.
  public static byte[] list(byte[]... promises) {
    byte[] rows =
        write(
            out -> {
              for (byte[] promise : promises) {
                vector(out, promise);
              }
            });
    return write(out -> vector(out, rows));
  }

  /// The extension's content for a list.
  static byte[] wrap(byte[] list) {
    try {
      return new DEROctetString(list).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] sign(byte[] message) {
    return Keys.sign(Keys.algorithm(keys.getPrivate()), keys.getPrivate(), message);
  }

  private int hash() {
    return switch (Keys.algorithm(keys.getPrivate())) {
      case "SHA384withECDSA" -> 5;
      case "SHA512withECDSA" -> 6;
      default -> 4;
    };
  }

  private KeyDetails details() {
    return switch (Keys.algorithm(keys.getPrivate())) {
      case "SHA256withECDSA" -> KeyDetails.PKIX_ECDSA_P256_SHA_256;
      case "SHA384withECDSA" -> KeyDetails.PKIX_ECDSA_P384_SHA_384;
      case "SHA512withECDSA" -> KeyDetails.PKIX_ECDSA_P521_SHA_512;
      case "SHA256withRSA" -> KeyDetails.PKIX_RSA_PKCS1V5;
      default -> KeyDetails.PKIX_ED25519;
    };
  }

  private static byte[] signed(byte[] tbs, byte[] issuerKeyHash, long millis, byte[] extensions) {
    return write(
        out -> {
          out.writeByte(0);
          out.writeByte(0);
          out.writeLong(millis);
          out.writeShort(1);
          out.write(issuerKeyHash);
          out.writeByte(tbs.length >> 16);
          out.writeShort(tbs.length);
          out.write(tbs);
          vector(out, extensions);
        });
  }

  private static void vector(DataOutputStream out, byte[] content) throws IOException {
    out.writeShort(content.length);
    out.write(content);
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] write(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
