package io.policyc.signatures.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedCertificateLog;
import io.policyc.signatures.mint.MintedTimestampAuthority;
import io.policyc.signatures.mint.MintedTrustRoot;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrustRootReaderTest {
  private static final TrustRoot.Period PERIOD =
      new TrustRoot.Period(
          Instant.parse("2022-01-01T00:00:00Z"),
          Optional.of(Instant.parse("2030-01-01T00:00:00Z")));
  private static final MintedTrustRoot ROOT =
      new MintedTrustRoot()
          .authority(MintedAuthority.create().authority(PERIOD))
          .certificateLog(MintedCertificateLog.create().log(PERIOD))
          .log(MintedCertificateLog.create().log(PERIOD))
          .timestampAuthority(MintedTimestampAuthority.create().authority(PERIOD));
  private static final String JSON = new String(ROOT.json(), UTF_8);

  private static String read(String json) {
    return switch (TrustRootReader.read(json.getBytes(UTF_8))) {
      case TrustRootReader.Result.Read _ -> "read";
      case TrustRootReader.Result.Refused(String why) -> why;
    };
  }

  @Test
  void readsWhatWasWritten() {
    assertEquals(new TrustRootReader.Result.Read(ROOT.root()), TrustRootReader.read(ROOT.json()));
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(Keys.p256(), KeyDetails.PKIX_ECDSA_P256_SHA_256),
        arguments(Keys.p384(), KeyDetails.PKIX_ECDSA_P384_SHA_384),
        arguments(Keys.p521(), KeyDetails.PKIX_ECDSA_P521_SHA_512),
        arguments(Keys.rsa(2048), KeyDetails.PKCS1_RSA_PKCS1V5),
        arguments(Keys.rsa(2048), KeyDetails.PKIX_RSA_PKCS1V5),
        arguments(Keys.rsa(2048), KeyDetails.PKIX_RSA_PKCS1V15_2048_SHA256),
        arguments(Keys.rsa(3072), KeyDetails.PKIX_RSA_PKCS1V15_3072_SHA256),
        arguments(Keys.ed25519(), KeyDetails.PKIX_ED25519),
        arguments(Keys.ed25519(), KeyDetails.PKIX_ED25519_PH));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("kinds")
  void readsEveryKindOfKeyAndNoOtherUnderItsName(KeyPair keys, KeyDetails details) {
    TrustRoot.Log log =
        new TrustRoot.Log(
            "https://log", Bytes.wrap(new byte[32]), keys.getPublic(), details, PERIOD);
    MintedTrustRoot minted = new MintedTrustRoot().log(log);
    assertEquals(
        new TrustRootReader.Result.Read(minted.root()), TrustRootReader.read(minted.json()));
    for (KeyDetails other : KeyDetails.values()) {
      if (!family(other).equals(family(details))) {
        String json = new String(minted.json(), UTF_8).replace(details.name(), other.name());
        assertNotEquals("read", read(json), other::name);
      }
    }
  }

  /// Those that one and the same key may have.
  private static String family(KeyDetails details) {
    return switch (details) {
      case PKIX_RSA_PKCS1V5, PKIX_RSA_PKCS1V15_2048_SHA256, PKIX_RSA_PKCS1V15_3072_SHA256 -> "RSA";
      case PKIX_ED25519, PKIX_ED25519_PH -> "Ed25519";
      default -> details.name();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          replace                 | by                       | answer
          ;version=0.1            | ;version=0.2             | the trust root is of a kind that is not known: `application/vnd.dev.sigstore.trustedroot+json;version=0.2`
          +json;version=0.1       | .v0.1+json               | read
          +json;version=0.1       | .v0.2+json               | read
          "mediaType"             | "kind"                   | the trust root lacks the text `mediaType`
          "start":"2022-01-01     | "begin":"2022-01-01      | tlogs[0].publicKey.validFor lacks the text `start`
          "validFor"              | "valid"                  | tlogs[0].publicKey lacks the object `validFor`
          "2022-01-01T00:00:00Z"  | null                     | tlogs[0].publicKey.validFor lacks the text `start`
          "2022-01-01T00:00:00Z"  | 0                        | tlogs[0].publicKey.validFor lacks the text `start`
          2022-01-01T00:00:00Z    | 2022-01-01               | tlogs[0].publicKey.validFor holds a time that cannot be read: `2022-01-01`
          2022-01-01T00:00:00Z    | 2030-01-01T00:00:00Z     | read
          2022-01-01T00:00:00Z    | 2030-01-01T00:00:00.001Z | tlogs[0].publicKey.validFor ends before it starts
          2022-01-01T00:00:00Z    | 2022-01-01T02:00:00+02:00 | read
          "2030-01-01T00:00:00Z"  | "soon"                   | tlogs[0].publicKey.validFor holds a time that cannot be read: `soon`
          "2030-01-01T00:00:00Z"  | null                     | read
          "2030-01-01T00:00:00Z"  | 7                        | tlogs[0].publicKey.validFor lacks the text `end`
          SHA2_256                | SHA2_512                 | tlogs[0] has another hash than SHA2_256: `SHA2_512`
          "hashAlgorithm"         | "hash"                   | tlogs[0] lacks the text `hashAlgorithm`
          "baseUrl"               | "url"                    | read
          "baseUrl":              | "baseUrl":7,"url":       | tlogs[0] lacks the text `baseUrl`
          "logId"                 | "checkpointKeyId"        | read
          "logId"                 | "id"                     | tlogs[0] lacks the object `checkpointKeyId`
          "keyId":"               | "keyId":"=               | tlogs[0].logId.keyId is no Base64
          "keyId":"               | "keyId":"AAAA","x":"     | tlogs[0].logId is shorter than four bytes
          "keyId":"               | "keyId":"AAAAAA==","x":" | read
          PKIX_ECDSA_P256_SHA_256 | PKIX_ECDSA_P384_SHA_384  | tlogs[0].publicKey is a key of another kind than PKIX_ECDSA_P384_SHA_384
          PKIX_ECDSA_P256_SHA_256 | PKCS1_RSA_PKCS1V5        | tlogs[0].publicKey is no public key
          "keyDetails"            | "details"                | tlogs[0].publicKey lacks the text `keyDetails`
          "rawBytes":"MFk         | "rawBytes":"MFm          | tlogs[0].publicKey is no public key
          "publicKey":            | "key":                   | tlogs[0] lacks the object `publicKey`
          "rawBytes":"MII         | "rawBytes":"MIJ          | certificateAuthorities[0] has a certificate that cannot be read
          "certChain"             | "chain"                  | certificateAuthorities[0] lacks the object `certChain`
          "certificates"          | "certificate"            | certificateAuthorities[0] has no certificate
          "uri"                   | "url"                    | read
          "tlogs":[               | "tlogs":7,"x":[          | the trust root has no list `tlogs`
          "tlogs":[               | "tlogs":[7,              | tlogs[0] lacks the object `publicKey`
          "tlogs"                 | "logs"                   | read
          "tlogs"                 | "ctlogs"                 | the trust root is no JSON, or has too many parts
          {                       | [                        | the trust root is no JSON, or has too many parts
          """)
  void takesNothingHalf(String replace, String by, String answer) {
    int at = JSON.indexOf(replace);
    assertTrue(at >= 0, "nothing to replace");
    // in the first place only, which is the first log but for what only authorities have
    assertEquals(answer, read(JSON.substring(0, at) + by + JSON.substring(at + replace.length())));
  }

  @Test
  void aLogOfAKindThatIsNotKnownIsPassedOver() {
    String json = JSON.replaceFirst("PKIX_ECDSA_P256_SHA_256", "PKIX_ML_DSA_65");
    TrustRoot read =
        assertInstanceOf(
                TrustRootReader.Result.Read.class, TrustRootReader.read(json.getBytes(UTF_8)))
            .root();
    assertEquals(0, read.logs().size());
    assertEquals(1, read.certificateLogs().size());
  }

  @Test
  void aWeakKeyIsRefused() {
    KeyPair weak = Keys.rsa(1024);
    TrustRoot.Log log =
        new TrustRoot.Log(
            "https://log",
            Bytes.wrap(new byte[32]),
            weak.getPublic(),
            KeyDetails.PKIX_RSA_PKCS1V5,
            PERIOD);
    assertEquals(
        "tlogs[0].publicKey is an RSA key of 1024 bits, which is weak: 2048 is the least",
        read(new String(new MintedTrustRoot().log(log).json(), UTF_8)));
  }

  @Test
  void thereAreNoMoreThanSoMany() {
    MintedTrustRoot many = new MintedTrustRoot();
    TrustRoot.Authority authority = ROOT.root().authorities().getFirst();
    for (int i = 0; i < 256; i++) {
      many.authority(authority);
    }
    assertEquals("read", read(new String(many.json(), UTF_8)));
    many.authority(authority);
    assertEquals(
        "the trust root has more than 256 items in `certificateAuthorities`",
        read(new String(many.json(), UTF_8)));
    assertEquals("the trust root is longer than 4 MiB", read(JSON + " ".repeat(4 * 1024 * 1024)));
  }

  @Test
  void aChainHasNoMoreThanSixteen() {
    TrustRoot.Authority one = ROOT.root().authorities().getFirst();
    TrustRoot.Authority many =
        new TrustRoot.Authority(one.uri(), Collections.nCopies(17, one.chain().getFirst()), PERIOD);
    assertEquals(
        "certificateAuthorities[0].certChain has more than 16 items in `certificates`",
        read(new String(new MintedTrustRoot().authority(many).json(), UTF_8)));
  }
}
