package io.policyc.signatures.sigstore.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.mint.CertificatePlan;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.sigstore.TrustRoot;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuerPathTest {
  private static final MintedAuthority AUTHORITY = MintedAuthority.create();

  /// Fifteen certificates of one name, each of which could have issued each other.
  private static List<X509Certificate> alike() {
    KeyPair keys = Keys.p256();
    List<X509Certificate> all = new ArrayList<>();
    X509Certificate first = new CertificatePlan(keys).subject("CN=alike").authority(9).selfSigned();
    for (int i = 0; i < 15; i++) {
      all.add(new CertificatePlan(keys).subject("CN=alike").authority(9).signed(first, keys));
    }
    return all;
  }

  @Test
  void oneBudgetIsForAllPathsOfAVerification() {
    List<X509Certificate> alike = alike();
    Tries tries = new Tries();
    assertEquals(
        List.of(), IssuerPath.all(alike.getFirst(), alike, AUTHORITY.root(), tries), "no way");
    assertFalse(tries.take(), "all is spent");
    TrustRoot root = new TrustRoot(List.of(AUTHORITY.authority()), List.of(), List.of(), List.of());
    assertTrue(isTrusted(leaf(), List.of(), root, new Tries()));
    assertFalse(isTrusted(leaf(), List.of(), root, tries));
  }

  /// A key of 4,104 bits may issue where the trust root names it, not where a stranger sends it.
  @Test
  void longKeysOfStrangersAreNotTried() {
    KeyPair rsa = Keys.rsa(4104);
    MintedAuthority authority =
        MintedAuthority.of(
            MintedAuthority.rootPlan("long"),
            new CertificatePlan(rsa)
                .subject("CN=long intermediate")
                .authority(0)
                .algorithm("SHA384withECDSA"));
    LeafCertificate leaf =
        LeafCertificate.read(authority.leaf().email("a@minted.example").mint().der()).orElseThrow();
    TrustRoot named =
        new TrustRoot(List.of(authority.authority()), List.of(), List.of(), List.of());
    TrustRoot anchored =
        new TrustRoot(
            List.of(
                new TrustRoot.Authority(
                    "", List.of(authority.root()), authority.authority().period())),
            List.of(),
            List.of(),
            List.of());
    assertTrue(isTrusted(leaf, List.of(), named, new Tries()));
    assertFalse(isTrusted(leaf, List.of(authority.intermediate()), anchored, new Tries()));
  }

  @Test
  void shortKeysOfStrangersAreTried() {
    TrustRoot anchored =
        new TrustRoot(
            List.of(
                new TrustRoot.Authority(
                    "", List.of(AUTHORITY.root()), AUTHORITY.authority().period())),
            List.of(),
            List.of(),
            List.of());
    assertTrue(isTrusted(leaf(), List.of(AUTHORITY.intermediate()), anchored, new Tries()));
  }

  private static LeafCertificate leaf() {
    return LeafCertificate.read(AUTHORITY.leaf().email("a@minted.example").mint().der())
        .orElseThrow();
  }

  private static boolean isTrusted(
      LeafCertificate leaf, List<X509Certificate> sent, TrustRoot root, Tries tries) {
    return CertificateCheck.at(leaf, sent, root, List.of(MintedWorld.SIGNED), tries)
        instanceof CertificateCheck.Result.Trusted;
  }
}
