package io.policyc.signatures.mint;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A timestamp in the making (RFC 3161).
public final class TimestampPlan {
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.2");

  private final X509Certificate leaf;
  private final KeyPair keys;
  private final Instant time;
  private List<X509Certificate> sent;
  private String hash = "SHA-256";
  private String signature;
  private ASN1ObjectIdentifier named = NISTObjectIdentifiers.id_sha256;
  private int status = PKIStatus.GRANTED;
  private Optional<Integer> accuracy = Optional.empty();
  private Optional<Extensions> extensions = Optional.empty();

  TimestampPlan(X509Certificate leaf, KeyPair keys, Instant time) {
    this.leaf = leaf;
    this.keys = keys;
    this.time = time;
    this.sent = List.of(leaf);
    this.signature = Keys.algorithm(keys.getPrivate());
  }

  /// The certificates sent along.
  public TimestampPlan sent(X509Certificate... certificates) {
    sent = List.of(certificates);
    return this;
  }

  /// What the bytes are hashed with, such as `SHA-512`.
  public TimestampPlan hash(String name) {
    hash = name;
    return this;
  }

  /// How it is signed, such as `SHA1withECDSA`.
  public TimestampPlan signature(String name) {
    signature = name;
    return this;
  }

  /// Names the certificate by SHA-1, in the attribute of RFC 2634, as authorities did before 2010.
  public TimestampPlan namedBySha1() {
    named = OIWObjectIdentifiers.idSHA1;
    return this;
  }

  /// The answer's status instead of `granted`, with the timestamp all the same.
  public TimestampPlan status(int number) {
    status = number;
    return this;
  }

  /// How exact the time is, in seconds.
  public TimestampPlan accuracy(int seconds) {
    accuracy = Optional.of(seconds);
    return this;
  }

  /// An extension that nobody knows.
  public TimestampPlan extension(boolean critical) {
    extensions =
        Optional.of(
            new Extensions(
                new Extension(new ASN1ObjectIdentifier("1.2.3.4.5"), critical, new byte[] {5, 0})));
    return this;
  }

  /// The answer in DER.
  public byte[] stamp(byte[] signed) {
    try {
      MessageDigest digest = MessageDigest.getInstance(hash);
      ASN1ObjectIdentifier oid =
          switch (hash) {
            case "SHA-1" -> OIWObjectIdentifiers.idSHA1;
            case "SHA-384" -> NISTObjectIdentifiers.id_sha384;
            case "SHA-512" -> NISTObjectIdentifiers.id_sha512;
            default -> NISTObjectIdentifiers.id_sha256;
          };
      TimeStampRequest request =
          new TimeStampRequestGenerator().generate(oid, digest.digest(signed));
      TimeStampToken token = token(request);
      ContentInfo content = token.toCMSSignedData().toASN1Structure();
      return new TimeStampResp(
              new PKIStatusInfo(PKIStatus.getInstance(new ASN1Integer(status))), content)
          .getEncoded(ASN1Encoding.DER);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private TimeStampToken token(TimeStampRequest request) throws Exception {
    SignerInfoGenerator signer =
        new JcaSimpleSignerInfoGeneratorBuilder().build(signature, keys.getPrivate(), leaf);
    DigestCalculator calculator =
        new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(named));
    TimeStampTokenGenerator generator = new TimeStampTokenGenerator(signer, calculator, POLICY);
    if (!sent.isEmpty()) {
      generator.addCertificates(new JcaCertStore(new ArrayList<>(sent)));
    }
    accuracy.ifPresent(generator::setAccuracySeconds);
    generator.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
    return extensions.isPresent()
        ? generator.generate(request, BigInteger.TEN, Date.from(time), extensions.get())
        : generator.generate(request, BigInteger.TEN, Date.from(time));
  }
}
