package io.policyc.signatures.mint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/// A signer's certificate in the making: Fulcio's shape, ten minutes from 2024-06-01T12:00:00Z, for
/// signing code, without a name, an issuer, or a log's promise.
public final class LeafPlan {
  /// When a leaf begins to be valid where nothing else is said.
  public static final Instant BORN = Instant.parse("2024-06-01T12:00:00Z");

  private static final String FULCIO = "1.3.6.1.4.1.57264.1.";

  private record Promise(MintedCertificateLog log, Instant time, Bytes extensions) {}

  private record Other(String oid, boolean critical, Bytes value) {}

  private final MintedAuthority authority;
  private final KeyPair keys;
  private final List<GeneralName> names = new ArrayList<>();
  private final List<Other> others = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();
  private Instant from = BORN;
  private Instant to = BORN.plus(Duration.ofMinutes(10));
  private List<KeyPurposeId> purposes = List.of(KeyPurposeId.id_kp_codeSigning);
  private int keyUsage = KeyUsage.digitalSignature;
  private Optional<String> algorithm = Optional.empty();
  private Optional<byte[]> promiseList = Optional.empty();
  private UnaryOperator<byte[]> alteration = UnaryOperator.identity();

  LeafPlan(MintedAuthority authority, KeyPair keys) {
    this.authority = authority;
    this.keys = keys;
  }

  public LeafPlan email(String address) {
    return name(new GeneralName(GeneralName.rfc822Name, address));
  }

  public LeafPlan uri(String uri) {
    return name(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
  }

  public LeafPlan dns(String host) {
    return name(new GeneralName(GeneralName.dNSName, host));
  }

  public LeafPlan ip(String address) {
    return name(new GeneralName(GeneralName.iPAddress, address));
  }

  /// A name of Fulcio's own kind (`1.3.6.1.4.1.57264.1.7`).
  public LeafPlan userName(String text) {
    return otherName(FULCIO + "7", new DERUTF8String(text));
  }

  /// A name of any kind.
  public LeafPlan otherName(String oid, ASN1Encodable value) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1ObjectIdentifier(oid));
    parts.add(new DERTaggedObject(true, 0, value));
    return name(new GeneralName(GeneralName.otherName, new DERSequence(parts)));
  }

  public LeafPlan name(GeneralName name) {
    names.add(name);
    return this;
  }

  /// The issuer of the identity, as both extensions that Fulcio writes.
  public LeafPlan issuer(String url) {
    return extension(FULCIO + "1", url.getBytes(UTF_8)).text("8", url);
  }

  /// Another of Fulcio's extensions, by its last number, as a UTF8String.
  public LeafPlan text(String number, String text) {
    try {
      return extension(FULCIO + number, new DERUTF8String(text).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An extension whose content is these bytes.
  public LeafPlan extension(String oid, byte[] value) {
    return extension(oid, false, value);
  }

  public LeafPlan extension(String oid, boolean critical, byte[] value) {
    others.add(new Other(oid, critical, Bytes.copyOf(value)));
    return this;
  }

  public LeafPlan valid(Instant first, Instant last) {
    from = first;
    to = last;
    return this;
  }

  /// What the certificate is for; none at all leaves the extension out.
  public LeafPlan purposes(KeyPurposeId... wanted) {
    purposes = List.of(wanted);
    return this;
  }

  /// Bits of [KeyUsage]; 0 leaves the extension out.
  public LeafPlan keyUsage(int bits) {
    keyUsage = bits;
    return this;
  }

  public LeafPlan algorithm(String name) {
    algorithm = Optional.of(name);
    return this;
  }

  /// A promise of a log, made when the certificate begins to be valid.
  public LeafPlan promisedBy(MintedCertificateLog log) {
    return promisedBy(log, from, new byte[0]);
  }

  /// A promise of a log, made at a time, with extensions.
  public LeafPlan promisedBy(MintedCertificateLog log, Instant time, byte[] extensions) {
    promises.add(new Promise(log, time, Bytes.copyOf(extensions)));
    return this;
  }

  /// Puts these bytes where the list of promises stands, whatever they are.
  public LeafPlan promiseList(byte[] list) {
    promiseList = Optional.of(list.clone());
    return this;
  }

  /// Changes the list of promises, which are otherwise just right for the certificate.
  public LeafPlan altered(UnaryOperator<byte[]> change) {
    alteration = change;
    return this;
  }

  /// The certificate, issued by the authority's intermediate.
  public MintedLeaf mint() {
    return mint(authority.intermediate(), authority.intermediateKeys());
  }

  /// The certificate, issued by whomever.
  public MintedLeaf mint(X509Certificate issuer, KeyPair issuerKeys) {
    BigInteger serial = CertificatePlan.nextSerial();
    CertificatePlan plan = plan();
    if (promises.isEmpty() && promiseList.isEmpty()) {
      return new MintedLeaf(plan.signed(issuer, issuerKeys, serial), keys);
    }
    // the logs promise the certificate as it is without their promises
    X509Certificate without = plan.signed(issuer, issuerKeys, serial);
    byte[] list = alteration.apply(promiseList.orElseGet(() -> list(without, issuer)));
    CertificatePlan whole =
        plan().extension(MintedCertificateLog.LIST_OID, false, MintedCertificateLog.wrap(list));
    return new MintedLeaf(whole.signed(issuer, issuerKeys, serial), keys);
  }

  private byte[] list(X509Certificate without, X509Certificate issuer) {
    byte[][] all = new byte[promises.size()][];
    Arrays.setAll(
        all,
        i -> {
          Promise one = promises.get(i);
          return one.log().promise(without, issuer, one.time(), one.extensions().view());
        });
    return MintedCertificateLog.list(all);
  }

  private CertificatePlan plan() {
    CertificatePlan plan = new CertificatePlan(keys).valid(from, to);
    algorithm.ifPresent(plan::algorithm);
    if (keyUsage != 0) {
      plan.keyUsage(keyUsage);
    }
    if (!purposes.isEmpty()) {
      plan.purposes(false, purposes.toArray(KeyPurposeId[]::new));
    }
    if (!names.isEmpty()) {
      // critical, since the subject is empty
      plan.extension("2.5.29.17", true, new GeneralNames(names.toArray(GeneralName[]::new)));
    }
    others.forEach(other -> plan.extension(other.oid(), other.critical(), other.value().view()));
    return plan;
  }
}
