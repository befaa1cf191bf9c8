package io.policyc.signatures.sigstore.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.policyc.signatures.mint.CertificatePlan;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedTimestampAuthority;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.signatures.mint.TimestampPlan;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimestampCheckTest {
  private static final MintedTimestampAuthority AUTHORITY = MintedTimestampAuthority.create();
  private static final byte[] SIGNED = "a signature".getBytes(UTF_8);
  private static final Instant TIME = Instant.parse("2024-06-01T12:00:00Z");
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2042-01-01T00:00:00Z");

  private static String check(byte[] token, TrustRoot.Authority... authorities) {
    MintedTrustRoot root = new MintedTrustRoot();
    Arrays.stream(authorities).forEach(root::timestampAuthority);
    return switch (TimestampCheck.check(token, SIGNED, root.root())) {
      case TimestampCheck.Result.Proven(Instant time, _) -> time.toString();
      case TimestampCheck.Result.Refused(Reason reason, String detail) ->
          reason.id() + ": " + detail;
    };
  }

  private static TimestampPlan plan() {
    return AUTHORITY.plan(TIME);
  }

  private static TrustRoot.Authority named(X509Certificate... chain) {
    TrustRoot.Period period = new TrustRoot.Period(START, Optional.empty());
    return new TrustRoot.Authority("https://tsa", List.of(chain), period);
  }

  static Stream<Arguments> timestamps() {
    String good = "2024-06-01T12:00:00Z";
    String broken = "bad-timestamp: the timestamp's signature does not verify";
    return Stream.of(
        arguments("as Sigstore's authority makes it", plan(), good),
        arguments("without its certificate", plan().sent(), good),
        arguments("with a whole chain", plan().sent(AUTHORITY.leaf(), AUTHORITY.root()), good),
        arguments("with the root only", plan().sent(AUTHORITY.root()), good),
        arguments("SHA-384", plan().hash("SHA-384"), good),
        arguments("SHA-512", plan().hash("SHA-512"), good),
        arguments("signed with SHA-512", plan().signature("SHA512withECDSA"), good),
        arguments("named by SHA-1", plan().namedBySha1(), good),
        arguments(
            "to a millisecond", AUTHORITY.plan(TIME.plusMillis(7)), "2024-06-01T12:00:00.007Z"),
        arguments(
            "nothing names the certificate",
            plan().unnamed(),
            "malformed-timestamp: the timestamp cannot be read"),
        arguments("granted with changes", plan().status(1), good),
        arguments("accurate to a second", plan().accuracy(1), good),
        arguments("accurate to 59 seconds", plan().accuracy(59), good),
        arguments("an extension that nobody knows", plan().extension(false), good),
        arguments(
            "SHA-1",
            plan().hash("SHA-1"),
            "bad-timestamp: the timestamp's hash, `1.3.14.3.2.26`, is not of SHA-2"),
        arguments("signed with SHA-1", plan().signature("SHA1withECDSA"), broken),
        arguments(
            "declined",
            plan().status(2),
            "bad-timestamp: the timestamp authority declined with status 2"),
        arguments(
            "accurate to a minute",
            plan().accuracy(60),
            "bad-timestamp: the timestamp's time is less accurate than a minute"),
        arguments(
            "a critical extension",
            plan().extension(true),
            "bad-timestamp: the timestamp has a critical extension, of which none is known"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("timestamps")
  void judgesTimestamps(String what, TimestampPlan plan, String expected) {
    assertEquals(expected, check(plan.stamp(SIGNED), AUTHORITY.authority()), what);
  }

  private static CertificatePlan bareLeaf() {
    return new CertificatePlan(Keys.p256())
        .subject("CN=minted timestamps,O=policyc")
        .valid(START, END);
  }

  private static CertificatePlan root() {
    return MintedTimestampAuthority.rootPlan();
  }

  private static CertificatePlan bareRoot() {
    return new CertificatePlan(Keys.p256())
        .subject("CN=minted timestamps root,O=policyc")
        .valid(START, END);
  }

  static Stream<Arguments> authorities() {
    String good = "2024-06-01T12:00:00Z";
    String broken = "bad-timestamp: the timestamp's signature does not verify";
    String notValid =
        "untrusted-timestamp: the authority's own certificate is not valid at 2024-06-01T12:00:00Z";
    KeyPurposeId stamping = KeyPurposeId.id_kp_timeStamping;
    return Stream.of(
        arguments("P-384", root(), MintedTimestampAuthority.leafPlan(Keys.p384()), good),
        arguments("RSA", root(), MintedTimestampAuthority.leafPlan(Keys.rsa(2048)), good),
        arguments("weak RSA", root(), MintedTimestampAuthority.leafPlan(Keys.rsa(1024)), broken),
        arguments("for stamping, by the way", root(), bareLeaf().purposes(false, stamping), broken),
        arguments(
            "for signing code",
            root(),
            bareLeaf().purposes(true, KeyPurposeId.id_kp_codeSigning),
            broken),
        arguments(
            "for signing code, too",
            root(),
            bareLeaf().purposes(true, stamping, KeyPurposeId.id_kp_codeSigning),
            broken),
        arguments("for whatever", root(), bareLeaf(), broken),
        arguments(
            "not valid any more",
            root(),
            bareLeaf().purposes(true, stamping).valid(START, TIME.minusSeconds(1)),
            broken),
        arguments(
            "not valid yet",
            root(),
            bareLeaf().purposes(true, stamping).valid(TIME.plusSeconds(1), END),
            broken),
        arguments(
            "critical extension",
            root(),
            bareLeaf().purposes(true, stamping).extension("1.2.3.4", true, new byte[] {5, 0}),
            "untrusted-timestamp: the chain of certificates does not hold at 2024-06-01T12:00:00Z"),
        arguments(
            "root not valid any more",
            root().valid(START, TIME.minusSeconds(1)),
            MintedTimestampAuthority.leafPlan(Keys.p256()),
            notValid),
        arguments(
            "root for other purposes",
            bareRoot().authority(0).purposes(false, KeyPurposeId.id_kp_codeSigning),
            MintedTimestampAuthority.leafPlan(Keys.p256()),
            "untrusted-timestamp: the timestamp's authority is for other purposes than that"),
        arguments(
            "root is none",
            bareRoot().keyUsage(KeyUsage.digitalSignature),
            MintedTimestampAuthority.leafPlan(Keys.p256()),
            "untrusted-timestamp: the authority's own certificate is not one that may issue others"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("authorities")
  void judgesAuthorities(
      String what, CertificatePlan rootPlan, CertificatePlan leafPlan, String expected) {
    MintedTimestampAuthority authority = MintedTimestampAuthority.of(rootPlan, leafPlan);
    byte[] token = authority.stamp(SIGNED, TIME);
    assertEquals(expected, check(token, authority.authority()), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          start                    | end                      | answer
          2024-06-01T12:00:00Z     | 2024-06-01T12:00:00Z     | 2024-06-01T12:00:00Z
          2024-06-01T12:00:00.001Z | 2030-06-01T12:00:00Z     | untrusted-timestamp: the trust root does not trust the timestamp's authority at 2024-06-01T12:00:00Z
          2023-06-01T12:00:00Z     | 2024-06-01T11:59:59.999Z | untrusted-timestamp: the trust root does not trust the timestamp's authority at 2024-06-01T12:00:00Z
          """)
  void holdsTheAuthoritysPeriodClosed(Instant start, Instant end, String answer) {
    TrustRoot.Period period = new TrustRoot.Period(start, Optional.of(end));
    assertEquals(answer, check(plan().stamp(SIGNED), AUTHORITY.authority(period)));
  }

  @Test
  void theCertificateMayBeInTheTrustRootOrInTheTimestamp() {
    TrustRoot.Authority rootOnly = named(AUTHORITY.root());
    String unknown =
        "untrusted-timestamp: the timestamp is of no authority that the trust root names";
    assertEquals("2024-06-01T12:00:00Z", check(plan().stamp(SIGNED), rootOnly));
    assertEquals(unknown, check(plan().sent().stamp(SIGNED), rootOnly));
    assertEquals(unknown, check(plan().sent(AUTHORITY.root()).stamp(SIGNED), rootOnly));
  }

  @Test
  void aStrangersTimestampIsNone() {
    MintedTimestampAuthority stranger = MintedTimestampAuthority.create();
    byte[] token = stranger.stamp(SIGNED, TIME);
    String unknown =
        "untrusted-timestamp: the timestamp is of no authority that the trust root names";
    assertEquals(unknown, check(token));
    assertEquals(unknown, check(token, AUTHORITY.authority()));
    assertEquals(unknown, check(token, named(AUTHORITY.root())));
    assertEquals(unknown, check(token, named(stranger.leaf(), AUTHORITY.root())));
    assertEquals("2024-06-01T12:00:00Z", check(token, AUTHORITY.authority(), stranger.authority()));
  }

  @Test
  void theCertificateThatIsNamedInWhatIsSignedMustBeTheSigners() {
    String broken = "bad-timestamp: the timestamp's signature does not verify";
    byte[] token = plan().names(AUTHORITY.root()).stamp(SIGNED);
    assertEquals(broken, check(token, AUTHORITY.authority()));
    assertEquals(
        broken,
        check(plan().names(AUTHORITY.root()).namedBySha1().stamp(SIGNED), AUTHORITY.authority()));
  }

  @Test
  void anotherKeyUnderTheSameNameAndNumberIsNotTheOneThatSigned() {
    MintedTimestampAuthority twin = MintedTimestampAuthority.create();
    byte[] token = twin.plan(TIME).names(AUTHORITY.leaf()).stamp(SIGNED);
    assertFalse(check(token, AUTHORITY.authority()).startsWith("2"));
  }

  @Test
  void aTimestampForOtherBytesIsNone() {
    byte[] token = AUTHORITY.stamp("other".getBytes(UTF_8), TIME);
    assertEquals(
        "bad-timestamp: the timestamp is about other bytes than this signature",
        check(token, AUTHORITY.authority()));
  }

  static Stream<Arguments> malformed() {
    byte[] token = plan().stamp(SIGNED);
    return Stream.of(
        arguments("nothing", new byte[0]),
        arguments("cut", Arrays.copyOf(token, token.length - 1)),
        arguments("something behind it", Arrays.copyOf(token, token.length + 1)),
        arguments("no timestamp in it", new byte[] {0x30, 5, 0x30, 3, 2, 1, 0}),
        arguments("words", "timestamp".getBytes(UTF_8)),
        arguments("more than 64 KiB", Arrays.copyOf(token, 64 * 1024 + 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refusesWhatCannotBeRead(String what, byte[] token) {
    assertEquals(
        "malformed-timestamp: the timestamp cannot be read",
        check(token, AUTHORITY.authority()),
        what);
  }

  @Test
  void noChangedByteChangesTheTime() {
    byte[] token = plan().stamp(SIGNED);
    int refused = 0;
    for (int i = 0; i < token.length; i++) {
      byte[] altered = token.clone();
      altered[i] ^= 1;
      String answer = check(altered, AUTHORITY.authority());
      // some bytes are not signed: the status, version numbers, the certificate sent along
      if (!answer.equals("2024-06-01T12:00:00Z")) {
        assertFalse(answer.startsWith("2"), answer);
        refused++;
      }
    }
    assertTrue(refused > 400, "refused: " + refused);
  }
}
