package io.policyc.signatures.mint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate in the making. Nothing is added that is not asked for.
public final class CertificatePlan {
  private static final AtomicLong SERIAL = new AtomicLong(1000);

  private final KeyPair keys;
  private final List<Extension> extensions = new ArrayList<>();
  private String subject = "";
  private Instant from = Instant.parse("2024-01-01T00:00:00Z");
  private Instant to = Instant.parse("2034-01-01T00:00:00Z");
  private Optional<String> algorithm = Optional.empty();

  public CertificatePlan(KeyPair keys) {
    this.keys = keys;
  }

  /// A name such as `CN=minted,O=policyc`.
  public CertificatePlan subject(String name) {
    subject = name;
    return this;
  }

  public CertificatePlan valid(Instant first, Instant last) {
    from = first;
    to = last;
    return this;
  }

  /// How it is signed, such as `SHA1withECDSA`, instead of what the signer's key suggests.
  public CertificatePlan algorithm(String name) {
    algorithm = Optional.of(name);
    return this;
  }

  /// An authority's: basic constraints with a length, and the right to sign certificates.
  public CertificatePlan authority(int pathLength) {
    return extension("2.5.29.19", true, new BasicConstraints(pathLength))
        .keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  /// Bits of [KeyUsage].
  public CertificatePlan keyUsage(int bits) {
    return extension("2.5.29.15", true, new KeyUsage(bits));
  }

  public CertificatePlan purposes(boolean critical, KeyPurposeId... purposes) {
    return extension("2.5.29.37", critical, new ExtendedKeyUsage(purposes));
  }

  public CertificatePlan extension(String oid, boolean critical, ASN1Encodable value) {
    try {
      return extension(oid, critical, value.toASN1Primitive().getEncoded("DER"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An extension whose content is these bytes, whatever they are.
  public CertificatePlan extension(String oid, boolean critical, byte[] value) {
    extensions.add(new Extension(new ASN1ObjectIdentifier(oid), critical, value));
    return this;
  }

  /// The certificate, signed by itself.
  public X509Certificate selfSigned() {
    return signed(new X500Name(subject), keys, new BigInteger("7"));
  }

  /// The certificate, signed by an issuer.
  public X509Certificate signed(X509Certificate issuer, KeyPair issuerKeys) {
    return signed(issuer, issuerKeys, nextSerial());
  }

  static BigInteger nextSerial() {
    return BigInteger.valueOf(SERIAL.incrementAndGet());
  }

  X509Certificate signed(X509Certificate issuer, KeyPair issuerKeys, BigInteger serial) {
    X500Name name = X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
    return signed(name, issuerKeys, serial);
  }

  KeyPair keys() {
    return keys;
  }

  private X509Certificate signed(X500Name issuer, KeyPair issuerKeys, BigInteger serial) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              serial,
              Date.from(from),
              Date.from(to),
              new X500Name(subject),
              keys.getPublic());
      for (Extension extension : extensions) {
        builder.addExtension(extension);
      }
      String name = algorithm.orElseGet(() -> Keys.algorithm(issuerKeys.getPrivate()));
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(signer(name).build(issuerKeys.getPrivate())));
    } catch (IOException | OperatorCreationException | CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The Java platform knows RSA-PSS by other names than Bouncy Castle asks for.
  private static JcaContentSignerBuilder signer(String name) {
    JcaContentSignerBuilder builder = new JcaContentSignerBuilder(name);
    return name.endsWith("MGF1") ? builder.setProvider(new BouncyCastleProvider()) : builder;
  }
}
