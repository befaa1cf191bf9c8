package io.policyc.signatures.sigstore.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.policyc.signatures.mint.CertificatePlan;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.LeafPlan;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateCheckTest {
  private static final MintedAuthority AUTHORITY = MintedAuthority.create();
  private static final Instant BORN = LeafPlan.BORN;
  private static final Instant DIES = BORN.plus(Duration.ofMinutes(10));
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");

  private static LeafPlan leaf() {
    return AUTHORITY.leaf().email("a@b.example");
  }

  private static TrustRoot root(TrustRoot.Authority... authorities) {
    MintedTrustRoot root = new MintedTrustRoot();
    Arrays.stream(authorities).forEach(root::authority);
    return root.root();
  }

  private static TrustRoot.Authority named(X509Certificate... chain) {
    TrustRoot.Period period = new TrustRoot.Period(START, Optional.empty());
    return new TrustRoot.Authority("https://minted.example", List.of(chain), period);
  }

  private static String check(MintedLeaf leaf, TrustRoot root, Instant... times) {
    return check(leaf, List.of(), root, times);
  }

  private static String check(
      MintedLeaf leaf, List<X509Certificate> sent, TrustRoot root, Instant... times) {
    LeafCertificate read = LeafCertificate.read(leaf.der()).orElseThrow();
    return switch (CertificateCheck.at(read, sent, root, List.of(times))) {
      case CertificateCheck.Result.Trusted _ -> "trusted";
      case CertificateCheck.Result.Untrusted(Reason reason, _) -> reason.id();
    };
  }

  static Stream<Arguments> leaves() {
    return Stream.of(
        arguments("as Fulcio makes it", leaf(), "trusted"),
        arguments("only a user name", AUTHORITY.leaf().userName("me!there"), "trusted"),
        arguments("no name at all", AUTHORITY.leaf(Keys.p256()).uri("https://x"), "trusted"),
        arguments("P-384", AUTHORITY.leaf(Keys.p384()).email("a@b.example"), "trusted"),
        arguments("P-521", AUTHORITY.leaf(Keys.p521()).email("a@b.example"), "trusted"),
        arguments("RSA", AUTHORITY.leaf(Keys.rsa(2048)).email("a@b.example"), "trusted"),
        arguments("Ed25519", AUTHORITY.leaf(Keys.ed25519()).email("a@b.example"), "trusted"),
        arguments("weak RSA", AUTHORITY.leaf(Keys.rsa(1024)).email("a@b"), "unsupported-key"),
        arguments("no purpose", leaf().purposes(), "not-for-code-signing"),
        arguments(
            "for servers", leaf().purposes(KeyPurposeId.id_kp_serverAuth), "not-for-code-signing"),
        arguments(
            "for anything",
            leaf().purposes(KeyPurposeId.anyExtendedKeyUsage),
            "not-for-code-signing"),
        arguments(
            "for servers, too",
            leaf().purposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_codeSigning),
            "trusted"),
        arguments("no key usage", leaf().keyUsage(0), "trusted"),
        arguments(
            "no right to sign", leaf().keyUsage(KeyUsage.keyAgreement), "not-for-code-signing"),
        arguments(
            "an authority",
            leaf().extension("2.5.29.19", true, new byte[] {0x30, 3, 1, 1, (byte) 0xff}),
            "not-for-code-signing"),
        arguments(
            "an authority that may issue leaves only",
            leaf().extension("2.5.29.19", true, new byte[] {0x30, 6, 1, 1, -1, 2, 1, 0}),
            "not-for-code-signing"),
        arguments("signed with SHA-1", leaf().algorithm("SHA1withECDSA"), "untrusted-certificate"),
        arguments("signed with SHA-512", leaf().algorithm("SHA512withECDSA"), "trusted"),
        arguments("unknown extension", leaf().extension("1.2.3.4", new byte[] {5, 0}), "trusted"),
        arguments(
            "unknown critical extension",
            leaf().extension("1.2.3.4", true, new byte[] {5, 0}),
            "untrusted-certificate"),
        arguments(
            "a precertificate",
            leaf().extension("1.3.6.1.4.1.11129.2.4.3", true, new byte[] {5, 0}),
            "untrusted-certificate"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("leaves")
  void judgesLeaves(String what, LeafPlan plan, String expected) {
    assertEquals(expected, check(plan.mint(), root(AUTHORITY.authority()), BORN), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          times                                     | answer
          ''                                        | no-proven-time
          2024-06-01T11:59:59.999Z                  | certificate-not-valid
          2024-06-01T12:00:00Z                      | trusted
          2024-06-01T12:10:00Z                      | trusted
          2024-06-01T12:10:00.001Z                  | certificate-not-valid
          2024-06-01T12:00:00Z 2024-06-01T12:05:00Z | trusted
          2024-06-01T12:00:00Z 2024-06-01T12:11:00Z | certificate-not-valid
          2024-06-01T12:11:00Z 2024-06-01T12:00:00Z | certificate-not-valid
          1969-01-01T00:00:00Z                      | certificate-not-valid
          +1000000000-12-31T23:59:59Z               | certificate-not-valid
          """)
  void holdsAllTimesAgainstTheLeaf(String times, String answer) {
    Instant[] all =
        Arrays.stream(times.split(" "))
            .filter(text -> !text.isEmpty())
            .map(Instant::parse)
            .toArray(Instant[]::new);
    assertEquals(answer, check(leaf().mint(), root(AUTHORITY.authority()), all));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          start                    | end                      | answer
          2024-06-01T12:05:00Z     | 2024-06-01T12:05:00Z     | trusted
          2024-06-01T12:05:00.001Z | 2025-06-01T12:05:00Z     | certificate-not-valid
          2023-06-01T12:05:00Z     | 2024-06-01T12:04:59.999Z | certificate-not-valid
          """)
  void holdsTheAuthoritysPeriodClosed(Instant start, Instant end, String answer) {
    TrustRoot.Period period = new TrustRoot.Period(start, Optional.of(end));
    TrustRoot root = root(AUTHORITY.authority(period));
    assertEquals(answer, check(leaf().mint(), root, Instant.parse("2024-06-01T12:05:00Z")));
  }

  private static CertificatePlan rootPlan() {
    return MintedAuthority.rootPlan("other");
  }

  private static CertificatePlan intermediatePlan() {
    return MintedAuthority.intermediatePlan("other");
  }

  private static CertificatePlan bareRoot() {
    return new CertificatePlan(Keys.p384())
        .subject("CN=other root,O=policyc")
        .valid(START, Instant.parse("2042-01-01T00:00:00Z"));
  }

  private static CertificatePlan bareIntermediate() {
    return new CertificatePlan(Keys.p384())
        .subject("CN=other intermediate,O=policyc")
        .valid(START, Instant.parse("2042-01-01T00:00:00Z"));
  }

  private static NameConstraints permitted(String host) {
    GeneralName name = new GeneralName(GeneralName.rfc822Name, host);
    return new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(name)}, null);
  }

  static Stream<Arguments> authorities() {
    return Stream.of(
        arguments("as Fulcio is", rootPlan(), intermediatePlan(), "trusted"),
        arguments(
            "the root is not valid any more",
            rootPlan().valid(START, BORN.minusSeconds(1)),
            intermediatePlan(),
            "certificate-not-valid"),
        arguments(
            "the root is not valid yet",
            rootPlan().valid(DIES, Instant.parse("2042-01-01T00:00:00Z")),
            intermediatePlan(),
            "certificate-not-valid"),
        arguments(
            "the intermediate is not valid any more",
            rootPlan(),
            intermediatePlan().valid(START, BORN.minusSeconds(1)),
            "certificate-not-valid"),
        arguments(
            "the root is no authority", bareRoot(), intermediatePlan(), "untrusted-certificate"),
        arguments(
            "the root allows no intermediate",
            bareRoot().authority(0),
            intermediatePlan(),
            "untrusted-certificate"),
        arguments(
            "the root may not sign certificates",
            bareRoot()
                .extension("2.5.29.19", true, new org.bouncycastle.asn1.x509.BasicConstraints(1))
                .keyUsage(KeyUsage.cRLSign),
            intermediatePlan(),
            "untrusted-certificate"),
        arguments(
            "the root is signed with SHA-1, which nobody looks at",
            rootPlan().algorithm("SHA1withECDSA"),
            intermediatePlan(),
            "trusted"),
        arguments(
            "the root is for other purposes",
            rootPlan().purposes(false, KeyPurposeId.id_kp_serverAuth),
            intermediatePlan(),
            "not-for-code-signing"),
        arguments(
            "the intermediate is no authority",
            rootPlan(),
            bareIntermediate(),
            "untrusted-certificate"),
        arguments(
            "the intermediate is for other purposes",
            rootPlan(),
            bareIntermediate().authority(0).purposes(false, KeyPurposeId.id_kp_serverAuth),
            "not-for-code-signing"),
        arguments(
            "the intermediate is for any purpose",
            rootPlan(),
            bareIntermediate().authority(0).purposes(false, KeyPurposeId.anyExtendedKeyUsage),
            "trusted"),
        arguments(
            "the intermediate does not say what for",
            rootPlan(),
            bareIntermediate().authority(0),
            "trusted"),
        arguments(
            "what the intermediate is for cannot be read",
            rootPlan(),
            bareIntermediate().authority(0).extension("2.5.29.37", false, DERNull.INSTANCE),
            "not-for-code-signing"),
        arguments(
            "the intermediate is signed with SHA-1",
            rootPlan(),
            intermediatePlan().algorithm("SHA1withECDSA"),
            "untrusted-certificate"),
        arguments(
            "the root allows some names only, which the Java platform cannot check",
            rootPlan().extension("2.5.29.30", true, permitted("b.example")),
            intermediatePlan(),
            "untrusted-certificate"),
        arguments(
            "the intermediate allows the name",
            rootPlan(),
            intermediatePlan().extension("2.5.29.30", true, permitted("b.example")),
            "trusted"),
        arguments(
            "the intermediate allows other names",
            rootPlan(),
            intermediatePlan().extension("2.5.29.30", true, permitted("c.example")),
            "untrusted-certificate"),
        arguments(
            "the intermediate has a critical extension that nobody knows",
            rootPlan(),
            intermediatePlan().extension("1.2.3.4", true, DERNull.INSTANCE),
            "untrusted-certificate"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("authorities")
  void judgesAuthorities(
      String what, CertificatePlan rootPlan, CertificatePlan intermediatePlan, String expected) {
    MintedAuthority authority = MintedAuthority.of(rootPlan, intermediatePlan);
    MintedLeaf leaf = authority.leaf().email("a@b.example").mint();
    assertEquals(expected, check(leaf, root(authority.authority()), BORN), what);
  }

  @Test
  void aStrangersAuthorityWithTheSameNamesIsNone() {
    MintedAuthority stranger = MintedAuthority.create();
    MintedLeaf leaf = stranger.leaf().email("a@b.example").mint();
    TrustRoot root = root(AUTHORITY.authority());
    assertEquals("untrusted-certificate", check(leaf, root, BORN));
    assertEquals("untrusted-certificate", check(leaf, stranger.chain(), root, BORN));
    assertEquals("untrusted-certificate", check(leaf, stranger.chain(), TrustRoot.NOBODY, BORN));
  }

  @Test
  void theOneOfSeveralAuthoritiesWithTheSameNamesIsFound() {
    MintedAuthority twin = MintedAuthority.create();
    TrustRoot root = root(twin.authority(), AUTHORITY.authority());
    assertEquals("trusted", check(leaf().mint(), root, BORN));
    assertEquals("trusted", check(twin.leaf().email("a@b.example").mint(), root, BORN));
  }

  @Test
  void theOneOfSeveralIntermediatesWithTheSameNameIsFound() {
    MintedAuthority twin = MintedAuthority.create();
    X509Certificate anchor = AUTHORITY.root();
    TrustRoot root = root(named(twin.intermediate(), AUTHORITY.intermediate(), anchor));
    CertificateCheck.Result result =
        CertificateCheck.at(
            LeafCertificate.read(leaf().mint().der()).orElseThrow(),
            List.of(),
            root,
            List.of(BORN));
    assertEquals(
        AUTHORITY.intermediate(),
        assertInstanceOf(CertificateCheck.Result.Trusted.class, result).issuer());
  }

  @Test
  void anAuthorityThatWasRenewedIsBelievedInBothItsTimes() {
    Instant change = Instant.parse("2024-06-01T12:05:00Z");
    TrustRoot root =
        root(
            AUTHORITY.authority(new TrustRoot.Period(START, Optional.of(BORN.minusSeconds(1)))),
            AUTHORITY.authority(new TrustRoot.Period(change, Optional.empty())));
    assertEquals("trusted", check(leaf().mint(), root, change));
    assertEquals("certificate-not-valid", check(leaf().mint(), root, BORN));
    // one authority must be believed at both times; two halves are none
    TrustRoot halves =
        root(
            AUTHORITY.authority(new TrustRoot.Period(START, Optional.of(BORN))),
            AUTHORITY.authority(new TrustRoot.Period(change, Optional.empty())));
    assertEquals("certificate-not-valid", check(leaf().mint(), halves, BORN, change));
  }

  @Test
  void anAnchorMayIssueLeavesItself() {
    MintedLeaf leaf = leaf().mint(AUTHORITY.root(), AUTHORITY.rootKeys());
    assertEquals("trusted", check(leaf, root(named(AUTHORITY.root())), BORN));
  }

  @Test
  void anAnchorNeedNotBeSelfSigned() {
    assertEquals("trusted", check(leaf().mint(), root(named(AUTHORITY.intermediate())), BORN));
  }

  @Test
  void intermediatesThatWereSentCountOnlyBelowALoneAnchor() {
    MintedLeaf leaf = leaf().mint();
    List<X509Certificate> sent = List.of(AUTHORITY.root(), AUTHORITY.intermediate());
    assertEquals("untrusted-certificate", check(leaf, root(named(AUTHORITY.root())), BORN));
    assertEquals("trusted", check(leaf, sent, root(named(AUTHORITY.root())), BORN));
    MintedAuthority other = MintedAuthority.create("other");
    TrustRoot others = root(named(other.intermediate(), AUTHORITY.root()));
    assertEquals("untrusted-certificate", check(leaf, sent, others, BORN));
  }

  @Test
  void aThousandIntermediatesWithTheSameNameEndTheSearch() {
    List<X509Certificate> sent = new ArrayList<>();
    CertificatePlan plan = MintedAuthority.intermediatePlan("minted");
    for (int i = 0; i < 200; i++) {
      // each could have issued each: without a bound there are 200! ways
      sent.add(plan.signed(AUTHORITY.intermediate(), AUTHORITY.intermediateKeys()));
    }
    assertEquals(
        "untrusted-certificate", check(leaf().mint(), sent, root(named(twinRoot())), BORN));
  }

  private static X509Certificate twinRoot() {
    return MintedAuthority.create().root();
  }

  @Test
  void saysWhatWasFoundAndWhatWasWanted() {
    LeafCertificate leaf = LeafCertificate.read(leaf().mint().der()).orElseThrow();
    TrustRoot root = root(AUTHORITY.authority());
    assertEquals(
        new CertificateCheck.Result.Untrusted(
            Reason.CERTIFICATE_NOT_VALID,
            "the certificate is valid from 2024-06-01T12:00:00Z to 2024-06-01T12:10:00Z, the"
                + " signature is of 2024-06-01T12:10:01Z"),
        CertificateCheck.at(leaf, List.of(), root, List.of(DIES.plusSeconds(1))));
    CertificateCheck.Result unknown =
        CertificateCheck.at(leaf, List.of(), TrustRoot.NOBODY, List.of(BORN));
    assertTrue(
        unknown.toString().contains("`O=policyc,CN=minted intermediate`"), unknown::toString);
  }
}
