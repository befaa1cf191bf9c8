package io.policyc.signatures.mint;

import io.policyc.signatures.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// A timestamp in the making (RFC 3161). Nothing is checked: BouncyCastle's own generator refuses
/// to make most of what a verifier must refuse to take.
public final class TimestampPlan {
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.2");

  private enum Naming {
    SHA1,
    SHA256,
    NONE
  }

  private final X509Certificate leaf;
  private final KeyPair keys;
  private final Instant time;
  private List<X509Certificate> sent;
  private String hash = "SHA-256";
  private String signature;
  private Naming naming = Naming.SHA256;
  private Optional<Bytes> named = Optional.empty();
  private int status = PKIStatus.GRANTED;
  private Optional<Integer> accuracy = Optional.empty();
  private Optional<Boolean> extension = Optional.empty();

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
    naming = Naming.SHA1;
    return this;
  }

  /// Names no certificate in what is signed.
  public TimestampPlan unnamed() {
    naming = Naming.NONE;
    return this;
  }

  /// Names another certificate in what is signed.
  public TimestampPlan names(X509Certificate other) {
    named = Optional.of(Bytes.wrap(encoded(other)));
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
    extension = Optional.of(critical);
    return this;
  }

  /// The answer in DER.
  public byte[] stamp(byte[] signed) {
    try {
      PKIStatusInfo answer = new PKIStatusInfo(PKIStatus.getInstance(new ASN1Integer(status)));
      return new TimeStampResp(answer, token(info(signed)).toASN1Structure())
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException | GeneralSecurityException | OperatorCreationException | CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private TSTInfo info(byte[] signed) throws GeneralSecurityException {
    ASN1ObjectIdentifier oid =
        switch (hash) {
          case "SHA-1" -> OIWObjectIdentifiers.idSHA1;
          case "SHA-384" -> NISTObjectIdentifiers.id_sha384;
          case "SHA-512" -> NISTObjectIdentifiers.id_sha512;
          default -> NISTObjectIdentifiers.id_sha256;
        };
    byte[] digest = MessageDigest.getInstance(hash).digest(signed);
    return new TSTInfo(
        POLICY,
        new MessageImprint(new AlgorithmIdentifier(oid), digest),
        new ASN1Integer(BigInteger.TEN),
        generalized(time),
        accuracy.map(seconds -> new Accuracy(new ASN1Integer(seconds), null, null)).orElse(null),
        null,
        null,
        null,
        extension.map(TimestampPlan::extensions).orElse(null));
  }

  private static Extensions extensions(boolean critical) {
    byte[] nothing = {5, 0};
    return new Extensions(new Extension(new ASN1ObjectIdentifier("1.2.3.4.5"), critical, nothing));
  }

  private static ASN1GeneralizedTime generalized(Instant time) {
    String digits = time.toString().replace("-", "").replace(":", "").replace("T", "");
    return new ASN1GeneralizedTime(digits);
  }

  private CMSSignedData token(TSTInfo info)
      throws IOException, GeneralSecurityException, OperatorCreationException, CMSException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes()))
            .build(signature, keys.getPrivate(), leaf));
    generator.addCertificates(new JcaCertStore(sent));
    byte[] content = info.getEncoded(ASN1Encoding.DER);
    return generator.generate(
        new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, content), true);
  }

  private AttributeTable attributes() throws GeneralSecurityException {
    byte[] certificate = named.map(Bytes::toArray).orElseGet(() -> encoded(leaf));
    // BouncyCastle would put today's date there, and refuse it when reading
    AttributeTable time =
        new AttributeTable(
            new Attribute(
                PKCSObjectIdentifiers.pkcs_9_at_signingTime,
                new DERSet(new Time(Date.from(this.time)))));
    return switch (naming) {
      case NONE -> time;
      case SHA1 ->
          time.add(
              PKCSObjectIdentifiers.id_aa_signingCertificate,
              new SigningCertificate(
                  new ESSCertID(MessageDigest.getInstance("SHA-1").digest(certificate))));
      case SHA256 ->
          time.add(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new SigningCertificateV2(
                  new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(certificate))));
    };
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
