package io.policyc.signatures.mint;

import io.policyc.signatures.sigstore.TrustRoot;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/// A timestamp authority: a root, and a leaf that signs timestamps.
public final class MintedTimestampAuthority {
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2042-01-01T00:00:00Z");

  private final X509Certificate root;
  private final X509Certificate leaf;
  private final KeyPair leafKeys;

  private MintedTimestampAuthority(X509Certificate root, X509Certificate leaf, KeyPair leafKeys) {
    this.root = root;
    this.leaf = leaf;
    this.leafKeys = leafKeys;
  }

  /// An authority with P-256 keys, valid from 2022 to 2042.
  public static MintedTimestampAuthority create() {
    return of(rootPlan(), leafPlan(Keys.p256()));
  }

  /// One of two certificates planned elsewhere.
  public static MintedTimestampAuthority of(CertificatePlan rootPlan, CertificatePlan leafPlan) {
    X509Certificate root = rootPlan.selfSigned();
    return new MintedTimestampAuthority(
        root, leafPlan.signed(root, rootPlan.keys()), leafPlan.keys());
  }

  /// What [#create] makes the root of.
  public static CertificatePlan rootPlan() {
    return new CertificatePlan(Keys.p256())
        .subject("CN=minted timestamps root,O=policyc")
        .valid(START, END)
        .authority(0);
  }

  /// What [#create] makes the leaf of.
  public static CertificatePlan leafPlan(KeyPair keys) {
    return new CertificatePlan(keys)
        .subject("CN=minted timestamps,O=policyc")
        .valid(START, END)
        .keyUsage(KeyUsage.digitalSignature)
        .purposes(true, KeyPurposeId.id_kp_timeStamping);
  }

  public X509Certificate root() {
    return root;
  }

  public X509Certificate leaf() {
    return leaf;
  }

  public KeyPair leafKeys() {
    return leafKeys;
  }

  /// As a trust root names it: believed from 2022 on.
  public TrustRoot.Authority authority() {
    return authority(new TrustRoot.Period(START, Optional.empty()));
  }

  /// As a trust root names it, for a time.
  public TrustRoot.Authority authority(TrustRoot.Period period) {
    return new TrustRoot.Authority("https://tsa.minted.example", List.of(leaf, root), period);
  }

  /// A timestamp for these bytes: SHA-256, the certificate sent along.
  public byte[] stamp(byte[] signed, Instant time) {
    return plan(time).stamp(signed);
  }

  /// A timestamp in the making.
  public TimestampPlan plan(Instant time) {
    return new TimestampPlan(leaf, leafKeys, time);
  }
}
