package io.policyc.signatures.mint;

import io.policyc.signatures.sigstore.TrustRoot;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/// A certificate authority as Fulcio is one: a root, an intermediate, leaves of ten minutes.
public final class MintedAuthority {
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2042-01-01T00:00:00Z");

  private final X509Certificate root;
  private final KeyPair rootKeys;
  private final X509Certificate intermediate;
  private final KeyPair intermediateKeys;

  private MintedAuthority(
      X509Certificate root,
      KeyPair rootKeys,
      X509Certificate intermediate,
      KeyPair intermediateKeys) {
    this.root = root;
    this.rootKeys = rootKeys;
    this.intermediate = intermediate;
    this.intermediateKeys = intermediateKeys;
  }

  /// An authority with P-384 keys, valid from 2022 to 2042.
  public static MintedAuthority create() {
    return create("minted");
  }

  /// One whose certificates are named `CN=NAME root` and `CN=NAME intermediate`.
  public static MintedAuthority create(String name) {
    return of(rootPlan(name), intermediatePlan(name));
  }

  /// One of two certificates planned elsewhere.
  public static MintedAuthority of(CertificatePlan rootPlan, CertificatePlan intermediatePlan) {
    X509Certificate root = rootPlan.selfSigned();
    return new MintedAuthority(
        root,
        rootPlan.keys(),
        intermediatePlan.signed(root, rootPlan.keys()),
        intermediatePlan.keys());
  }

  /// What [#create] makes the root of.
  public static CertificatePlan rootPlan(String name) {
    return new CertificatePlan(Keys.p384())
        .subject("CN=" + name + " root,O=policyc")
        .valid(START, END)
        .authority(1);
  }

  /// What [#create] makes the intermediate of.
  public static CertificatePlan intermediatePlan(String name) {
    return new CertificatePlan(Keys.p384())
        .subject("CN=" + name + " intermediate,O=policyc")
        .valid(START, END)
        .authority(0)
        .purposes(false, KeyPurposeId.id_kp_codeSigning);
  }

  public X509Certificate root() {
    return root;
  }

  public KeyPair rootKeys() {
    return rootKeys;
  }

  /// The issuer of the leaves.
  public X509Certificate intermediate() {
    return intermediate;
  }

  public KeyPair intermediateKeys() {
    return intermediateKeys;
  }

  /// From the issuer of leaves to the root.
  public List<X509Certificate> chain() {
    return List.of(intermediate, root);
  }

  /// As a trust root names it: believed from 2022 on.
  public TrustRoot.Authority authority() {
    return authority(new TrustRoot.Period(START, Optional.empty()));
  }

  /// As a trust root names it, for a time.
  public TrustRoot.Authority authority(TrustRoot.Period period) {
    return new TrustRoot.Authority("https://fulcio.minted.example", chain(), period);
  }

  /// A leaf in the making, with a P-256 key of its own.
  public LeafPlan leaf() {
    return new LeafPlan(this, Keys.p256());
  }

  /// A leaf in the making, for a key.
  public LeafPlan leaf(KeyPair keys) {
    return new LeafPlan(this, keys);
  }
}
