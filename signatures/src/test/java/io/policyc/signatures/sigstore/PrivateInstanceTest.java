package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.DIGESTS;
import static io.policyc.signatures.sigstore.Asked.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.mint.CertificatePlan;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedLog;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Instances of Sigstore that are not the public one: other keys, no certificate log, trust roots
/// made by hand.
class PrivateInstanceTest {
  private static final MintedWorld WORLD = MintedWorld.create();
  private static final Instant OVER = Instant.parse("2024-01-01T00:00:00Z");

  /// cosign since 2.6 signs its first layout with the key's own hash, before it was SHA-256.
  @ParameterizedTest
  @CsvSource({"384, SHA384", "384, SHA256", "521, SHA512", "521, SHA256"})
  void cosignTakesTheKeysHashOrSha256(int bits, String hash) {
    KeyPair keys = bits == 384 ? Keys.p384() : Keys.p521();
    for (Material material :
        List.of(
            plan(keys, hash).cosign(Asked.payload()),
            plan(keys, hash).cosignAttestation(Asked.signing()))) {
      assertEquals("verified", verdict(material, WORLD.root(), Asked.signedWith(keys.getPublic())));
    }
  }

  @ParameterizedTest
  @CsvSource({"256, SHA384", "256, SHA512", "384, SHA512", "521, SHA384"})
  void noOtherHashIsTried(int bits, String hash) {
    KeyPair keys = bits == 256 ? Keys.p256() : bits == 384 ? Keys.p384() : Keys.p521();
    for (Material material :
        List.of(
            plan(keys, hash).cosign(Asked.payload()),
            plan(keys, hash).cosignAttestation(Asked.signing()))) {
      assertEquals(
          "bad-signature", verdict(material, WORLD.root(), Asked.signedWith(keys.getPublic())));
    }
  }

  private static SignaturePlan plan(KeyPair keys, String hash) {
    return SignaturePlan.keyed(WORLD, keys).algorithm(hash + "withECDSA");
  }

  /// Rekor 1 signs SHA-256 with any curve.
  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.2", "0.3"})
  void aLogMayHaveAKeyOnP384(String version) {
    MintedLog log = MintedLog.create(false, "rekor.private.example", Keys.p384());
    MintedWorld world = withFirst(log);
    assertEquals(
        "verified",
        verdict(
            Asked.bundle(
                SignaturePlan.keyless(world, world.leaf())
                    .version(version)
                    .statement(Asked.signing())),
            world.root(),
            Asked.signed()));
  }

  private static MintedWorld withFirst(MintedLog log) {
    return new MintedWorld(
        WORLD.authority(), WORLD.certificateLog(), log, WORLD.second(), WORLD.timestamps());
  }

  /// As `cosign trusted-root create` writes it for keys without addresses.
  @Test
  void aTrustRootNeedsNoAddresses() {
    String json = new String(MintedTrustRoot.json(WORLD.root()), StandardCharsets.UTF_8);
    String bare = json.replaceAll("\"(baseUrl|uri)\":\"[^\"]*\",", "");
    assertTrue(!bare.contains("https://"), bare);
    TrustRoot root =
        switch (TrustRootReader.read(bare.getBytes(StandardCharsets.UTF_8))) {
          case TrustRootReader.Result.Read(var read) -> read;
          case TrustRootReader.Result.Refused(var why) -> throw new AssertionError(why);
        };
    assertEquals("verified", verdict(first(), root, Asked.signed()));
    assertEquals(
        "bad-checkpoint the trust root lacks the `baseUrl` of the log `%s`, whose host the checkpoints of Rekor 2 are named by"
            .formatted(HexFormat.of().formatHex(WORLD.second().id())),
        told(second(), root, Asked.signed()));
  }

  @Test
  void aLogMayBeNamedForSeveralPeriods() {
    TrustRoot.Period later = new TrustRoot.Period(OVER, Optional.empty());
    for (List<TrustRoot.Log> logs :
        List.of(
            List.of(WORLD.second().log(before()), WORLD.second().log(later)),
            List.of(WORLD.second().log(later), WORLD.second().log(before())))) {
      assertEquals("verified", verdict(second(), root(logs), Asked.signed()));
    }
    assertEquals(
        "bad-checkpoint",
        verdict(second(), root(List.of(WORLD.second().log(before()))), Asked.signed()));
  }

  /// With the same id, but another key: the second one is asked, too.
  @Test
  void oneOfSeveralKeysIsEnough() {
    TrustRoot.Log own = WORLD.second().log();
    TrustRoot.Log other =
        new TrustRoot.Log(
            own.baseUrl(), own.id(), Keys.ed25519().getPublic(), own.scheme(), own.period());
    assertEquals("verified", verdict(second(), root(List.of(other, own)), Asked.signed()));
    assertEquals("bad-checkpoint", verdict(second(), root(List.of(other)), Asked.signed()));
  }

  @Test
  void aRetiredLogIsNoneWhereNothingSaysWhenItWasSigned() {
    KeyPair keys = Keys.p256();
    Material undated =
        Asked.bundle(
            SignaturePlan.keyed(WORLD, keys).log(WORLD.second()).statement(Asked.signing()));
    Demand demand = Asked.signedWith(keys.getPublic());
    TrustRoot retired = root(List.of(WORLD.second().log(before())));
    assertEquals("no-proven-time", verdict(undated, retired, demand));
    assertEquals("verified", verdict(undated, retired, demand.withLog(Demand.Log.IF_PRESENT)));
    assertEquals("verified", verdict(undated, WORLD.root(), demand));
  }

  @ParameterizedTest
  @CsvSource({
    "none,      false, NOT_ASKED, verified",
    "none,      false, REQUIRED,  no-certificate-timestamp",
    "none,      true,  NOT_ASKED, verified",
    "promised,  true,  NOT_ASKED, verified",
    "promised,  false, NOT_ASKED, verified",
    "promised,  false, REQUIRED,  bad-certificate-timestamp",
    "strangers, true,  NOT_ASKED, bad-certificate-timestamp",
  })
  void certificateLogsNeedNotBeAskedFor(
      String promise, boolean named, Demand.CertificateLog wish, String verdict) {
    MintedLeaf leaf =
        switch (promise) {
          case "none" -> bare(WORLD.authority());
          case "promised" -> WORLD.leaf();
          default ->
              WORLD
                  .authority()
                  .leaf()
                  .uri(MintedWorld.SUBJECT)
                  .issuer(MintedWorld.ISSUER)
                  .promisedBy(MintedWorld.create().certificateLog())
                  .mint();
        };
    TrustRoot root =
        new TrustRoot(
            WORLD.root().authorities(),
            named ? WORLD.root().certificateLogs() : List.of(),
            WORLD.root().logs(),
            WORLD.root().timestampAuthorities());
    Material material = Asked.bundle(SignaturePlan.keyless(WORLD, leaf).statement(Asked.signing()));
    assertEquals(verdict, verdict(material, root, Asked.signed().withCertificateLog(wish)));
  }

  private static MintedLeaf bare(MintedAuthority authority) {
    return authority.leaf().uri(MintedWorld.SUBJECT).issuer(MintedWorld.ISSUER).mint();
  }

  @Test
  void fourTimestampsAreChecked() {
    assertEquals("verified", verdict(stamped(4), WORLD.root(), Asked.signed()));
    assertEquals(
        "too-large it has more than 4 timestamps", told(stamped(5), WORLD.root(), Asked.signed()));
  }

  private static Material stamped(int times) {
    Instant[] stamps =
        IntStream.range(0, times).mapToObj(MintedWorld.SIGNED::plusSeconds).toArray(Instant[]::new);
    return Asked.bundle(
        SignaturePlan.keyless(WORLD, WORLD.leaf()).stampedAt(stamps).statement(Asked.signing()));
  }

  /// An authority that signs by RSA-PSS.
  @Test
  void anAlgorithmThatIsNotTakenIsNamed() {
    KeyPair rsa = Keys.rsa(2048);
    MintedAuthority pss =
        MintedAuthority.of(
            MintedAuthority.rootPlan("pss"),
            new CertificatePlan(rsa)
                .subject("CN=pss intermediate")
                .valid(Instant.parse("2022-01-01T00:00:00Z"), Instant.parse("2042-01-01T00:00:00Z"))
                .algorithm("SHA384withECDSA")
                .authority(0));
    MintedLeaf leaf =
        pss.leaf()
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .algorithm("SHA256withRSAandMGF1")
            .mint();
    TrustRoot root =
        new TrustRoot(
            List.of(pss.authority()),
            List.of(),
            WORLD.root().logs(),
            WORLD.root().timestampAuthorities());
    assertEquals(
        "untrusted-certificate the certificate or its issuer's is signed with `RSASSA-PSS`, which is not supported",
        told(
            Asked.bundle(SignaturePlan.keyless(WORLD, leaf).statement(Asked.signing())),
            root,
            Asked.signed()));
  }

  private static Material first() {
    return Asked.bundle(SignaturePlan.keyless(WORLD, WORLD.leaf()).statement(Asked.signing()));
  }

  private static Material second() {
    return Asked.bundle(
        SignaturePlan.keyless(WORLD, WORLD.leaf()).second().statement(Asked.signing()));
  }

  private static TrustRoot root(List<TrustRoot.Log> logs) {
    return new TrustRoot(
        WORLD.root().authorities(),
        WORLD.root().certificateLogs(),
        logs,
        WORLD.root().timestampAuthorities());
  }

  private static TrustRoot.Period before() {
    return new TrustRoot.Period(Instant.parse("2022-01-01T00:00:00Z"), Optional.of(OVER));
  }

  private static String verdict(Material material, TrustRoot root, Demand demand) {
    String told = told(material, root, demand);
    int space = told.indexOf(' ');
    return space < 0 ? told : told.substring(0, space);
  }

  private static String told(Material material, TrustRoot root, Demand demand) {
    return switch (new Verifier(root).verifyBlob(material, DIGESTS, demand, NOW)) {
      case Verdict.Verified _ -> "verified";
      case Verdict.Rejected(var reason, var detail) -> reason.id() + " " + detail;
    };
  }
}
