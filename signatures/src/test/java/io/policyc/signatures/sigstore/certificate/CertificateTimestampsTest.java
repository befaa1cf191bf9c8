package io.policyc.signatures.sigstore.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.policyc.signatures.Digest;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.LeafPlan;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedCertificateLog;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.Verdict;
import io.policyc.signatures.sigstore.keys.Signatures;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateTimestampsTest {
  private static final MintedAuthority AUTHORITY = MintedAuthority.create();
  private static final MintedCertificateLog LOG = MintedCertificateLog.create();
  private static final MintedCertificateLog STRANGER = MintedCertificateLog.create();
  private static final Instant TIME = LeafPlan.BORN;

  /// What comes in front of the hash: version, id, time, no extensions.
  private static final int HASH_AT = 1 + 32 + 8 + 2;

  private static LeafPlan leaf() {
    return AUTHORITY.leaf().email("a@b.example").issuer("https://i");
  }

  private static String check(LeafPlan plan, TrustRoot.Log... logs) {
    return check(plan.mint(), AUTHORITY.intermediate(), logs);
  }

  private static String check(MintedLeaf leaf, X509Certificate issuer, TrustRoot.Log... logs) {
    MintedTrustRoot root = new MintedTrustRoot();
    Arrays.stream(logs).forEach(root::certificateLog);
    LeafCertificate read = LeafCertificate.read(leaf.der()).orElseThrow();
    return CertificateTimestamps.check(read, issuer, root.root())
        .map(rejected -> rejected.reason().id())
        .orElse("holds");
  }

  static Stream<Arguments> logs() {
    return Stream.of(
        arguments("P-256", MintedCertificateLog.create(), "holds"),
        arguments("P-384", MintedCertificateLog.create(Keys.p384()), "holds"),
        arguments("P-521", MintedCertificateLog.create(Keys.p521()), "holds"),
        arguments("RSA", MintedCertificateLog.create(Keys.rsa(2048)), "holds"),
        // RFC 6962 knows ECDSA and RSA only
        arguments(
            "Ed25519", MintedCertificateLog.create(Keys.ed25519()), "bad-certificate-timestamp"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("logs")
  void knowsTheKeysOfLogs(String what, MintedCertificateLog log, String expected) {
    assertEquals(expected, check(leaf().promisedBy(log), log.log()), what);
  }

  static Stream<Arguments> leaves() {
    byte[] position = {0, 0, 5, 0, 0, 0, 0, 7};
    return Stream.of(
        arguments("one promise", leaf().promisedBy(LOG), "holds"),
        arguments(
            "with extensions, as static logs write them",
            leaf().promisedBy(LOG, TIME, position),
            "holds"),
        arguments("none", leaf(), "no-certificate-timestamp"),
        arguments(
            "an empty list",
            leaf().promiseList(MintedCertificateLog.list()),
            "bad-certificate-timestamp"),
        arguments("a stranger's", leaf().promisedBy(STRANGER), "bad-certificate-timestamp"),
        arguments(
            "a stranger's and the log's", leaf().promisedBy(STRANGER).promisedBy(LOG), "holds"),
        arguments(
            "the log's and a stranger's", leaf().promisedBy(LOG).promisedBy(STRANGER), "holds"),
        arguments(
            "one too early and one in time",
            leaf()
                .promisedBy(LOG, Instant.parse("2021-01-01T00:00:00Z"), new byte[0])
                .promisedBy(LOG),
            "holds"),
        arguments(
            "before the log was believed",
            leaf().promisedBy(LOG, Instant.parse("2021-12-31T23:59:59.999Z"), new byte[0]),
            "bad-certificate-timestamp"),
        arguments(
            "when the log began to be believed",
            leaf().promisedBy(LOG, Instant.parse("2022-01-01T00:00:00Z"), new byte[0]),
            "holds"),
        arguments(
            "before 1970, or in 292 million years",
            leaf().promisedBy(LOG, Instant.parse("1969-12-31T23:59:59.999Z"), new byte[0]),
            "bad-certificate-timestamp"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("leaves")
  void judgesPromises(String what, LeafPlan plan, String expected) {
    assertEquals(expected, check(plan, LOG.log()), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          end                      | answer
          2024-06-01T12:00:00Z     | holds
          2024-06-01T11:59:59.999Z | bad-certificate-timestamp
          """)
  void holdsTheLogsPeriodClosed(Instant end, String answer) {
    TrustRoot.Period period = new TrustRoot.Period(Instant.EPOCH, Optional.of(end));
    assertEquals(answer, check(leaf().promisedBy(LOG), LOG.log(period)));
  }

  @Test
  void anotherIssuersPromiseDoesNotHold() {
    MintedLeaf leaf = leaf().promisedBy(LOG).mint();
    assertEquals("bad-certificate-timestamp", check(leaf, AUTHORITY.root(), LOG.log()));
  }

  @Test
  void noLogIsBelievedWhereTheTrustRootNamesNone() {
    assertEquals("bad-certificate-timestamp", check(leaf().promisedBy(LOG)));
  }

  @Test
  void theKeyOfAnotherLogUnderItsIdDoesNotHelp() {
    TrustRoot.Log own = LOG.log();
    TrustRoot.Log forged =
        new TrustRoot.Log(
            own.baseUrl(), own.id(), STRANGER.keys().getPublic(), own.scheme(), own.period());
    assertEquals("bad-certificate-timestamp", check(leaf().promisedBy(LOG), forged));
    assertEquals("holds", check(leaf().promisedBy(LOG), forged, own));
  }

  static Stream<Arguments> lists() {
    String unreadable = "the list of certificate timestamps cannot be read";
    String unknown = "none of the certificate timestamps is of a log that the trust root names";
    String broken = "the certificate timestamp's signature does not verify";
    return Stream.of(
        arguments("nothing", all(list -> new byte[0]), unreadable),
        arguments("half a length", all(list -> new byte[] {0}), unreadable),
        arguments("cut", all(list -> Arrays.copyOf(list, list.length - 1)), unreadable),
        arguments(
            "something behind it", all(list -> Arrays.copyOf(list, list.length + 1)), unreadable),
        arguments("a promise that is cut", one(p -> Arrays.copyOf(p, 20)), unreadable),
        arguments(
            "something behind a promise", one(p -> Arrays.copyOf(p, p.length + 1)), unreadable),
        arguments("an empty promise", one(p -> new byte[0]), unreadable),
        arguments("a length that is too long", one(p -> with(p, 42, 0xff)), unreadable),
        arguments("version 2", one(p -> with(p, 0, 1)), unknown),
        arguments("another id", one(p -> with(p, 1, p[1] ^ 1)), unknown),
        arguments("another time", one(p -> with(p, 40, p[40] ^ 1)), broken),
        arguments("no hash", one(p -> with(p, HASH_AT, 0)), broken),
        arguments("hash SHA-1", one(p -> with(p, HASH_AT, 2)), broken),
        arguments("hash SHA-384", one(p -> with(p, HASH_AT, 5)), broken),
        arguments("hash SHA-512", one(p -> with(p, HASH_AT, 6)), broken),
        arguments("scheme RSA", one(p -> with(p, HASH_AT + 1, 1)), broken),
        arguments("no scheme", one(p -> with(p, HASH_AT + 1, 0)), broken),
        arguments(
            "another signature", one(p -> with(p, p.length - 1, p[p.length - 1] ^ 1)), broken));
  }

  private static UnaryOperator<byte[]> all(UnaryOperator<byte[]> change) {
    return change;
  }

  private static UnaryOperator<byte[]> one(UnaryOperator<byte[]> change) {
    return list ->
        MintedCertificateLog.list(change.apply(Arrays.copyOfRange(list, 4, list.length)));
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] out = bytes.clone();
    out[at] = (byte) value;
    return out;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void refusesAlteredLists(String what, UnaryOperator<byte[]> change, String detail) {
    MintedLeaf leaf = leaf().promisedBy(LOG).altered(change).mint();
    assertEquals(
        Optional.of(new Verdict.Rejected(Reason.BAD_CERTIFICATE_TIMESTAMP, detail)),
        CertificateTimestamps.check(
            LeafCertificate.read(leaf.der()).orElseThrow(),
            AUTHORITY.intermediate(),
            new MintedTrustRoot().certificateLog(LOG.log()).root()),
        what);
  }

  @Test
  void anotherVersionIsPassedOver() {
    UnaryOperator<byte[]> twice =
        list -> {
          byte[] promise = Arrays.copyOfRange(list, 4, list.length);
          return MintedCertificateLog.list(with(promise, 0, 1), promise);
        };
    assertEquals("holds", check(leaf().promisedBy(LOG).altered(twice), LOG.log()));
  }

  @ParameterizedTest
  @CsvSource({"31, holds", "32, bad-certificate-timestamp"})
  void onlySoManyPromisesAreTried(int bad, String answer) {
    UnaryOperator<byte[]> many =
        list -> {
          byte[] promise = Arrays.copyOfRange(list, 4, list.length);
          byte[][] promises = new byte[bad + 1][];
          Arrays.fill(promises, with(promise, promise.length - 1, promise[promise.length - 1] ^ 1));
          promises[bad] = promise;
          return MintedCertificateLog.list(promises);
        };
    assertEquals(answer, check(leaf().promisedBy(LOG).altered(many), LOG.log()));
  }

  @Test
  void everyByteThatTheLogSignedCounts() {
    MintedLeaf good = leaf().promisedBy(LOG).mint();
    CertificateTimestamp promise =
        ExtensionText.value(good.certificate(), MintedCertificateLog.LIST_OID)
            .flatMap(Der::read)
            .flatMap(value -> CertificateTimestamp.list(value.content()))
            .orElseThrow()
            .getFirst();
    byte[] tbs = Precertificate.of(good.certificate()).orElseThrow();
    byte[] issuer = Digest.sha256(AUTHORITY.intermediate().getPublicKey().getEncoded()).bytes();
    byte[] signed = promise.signed(issuer, tbs);
    assertTrue(verifies(signed, promise));
    for (int i = 0; i < signed.length; i++) {
      assertFalse(verifies(with(signed, i, signed[i] ^ 1), promise), "byte " + i);
    }
  }

  private static boolean verifies(byte[] message, CertificateTimestamp promise) {
    return Signatures.verifies(LOG.log(), message, promise.signature().view());
  }

  @Test
  void anExtensionThatIsNoOctetStringIsRefused() {
    LeafPlan plan = leaf().extension(MintedCertificateLog.LIST_OID, new byte[] {5, 0});
    assertEquals("bad-certificate-timestamp", check(plan, LOG.log()));
  }
}
