package io.policyc.signatures.sigstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.sigstore.keys.PublicKeys;
import io.policyc.signatures.sigstore.log.MerkleTree;
import io.policyc.signatures.trust.TrustRoots;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Verdicts on bundles of the real world, as a whole. Sources: `real/README.md`.
class RealVerdictsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  static final String BEACON =
      "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main";

  /// Bundles, what they are about, and what is to be said of them.
  static final String TABLE =
      """
      bundle | root | digest | subject | verdict
      maven-sigstore-java-1.0.0 | public-good | sha256:5be26f1777a351a2f770e91dbceae0aaa3f6e26e8ad218c6ac16caa783a5aa0d | https://github.com/sigstore/sigstore-java/.github/workflows/release-sigstore-java-from-tag.yaml@refs/tags/v1.0.0 | verified
      maven-sigstore-java-2.0.0 | public-good | sha256:f338c08740cdb2e663737abaf372fc3c442210ab7291c991e180797bd886cd61 | https://github.com/sigstore/sigstore-java/.github/workflows/release-sigstore-java-from-tag.yaml@refs/tags/v2.0.0 | verified
      maven-sigstore-maven-plugin-2.0.0 | public-good | sha256:f5578d8c6784707366c0c7704d22395a43f1f59439d3a5beea3e5fbfba3046d8 | https://github.com/sigstore/sigstore-java/.github/workflows/release-sigstore-java-from-tag.yaml@refs/tags/v2.0.0 | verified
      maven-sigstore-maven-plugin-2.0.0 | public-good | sha256:f338c08740cdb2e663737abaf372fc3c442210ab7291c991e180797bd886cd61 | https://github.com/sigstore/sigstore-java/.github/workflows/release-sigstore-java-from-tag.yaml@refs/tags/v2.0.0 | wrong-digest
      maven-sigstore-maven-plugin-2.0.0 | public-good | sha256:f5578d8c6784707366c0c7704d22395a43f1f59439d3a5beea3e5fbfba3046d8 | https://github.com/sigstore/sigstore-java/.github/workflows/release-sigstore-java-from-tag.yaml@refs/tags/v1.0.0 | wrong-identity
      pypi-rfc8785 | public-good | sha256:c4e92e9ecc828bef2aa7dba1de8ac983511f7532a0df11c770d39099a25cf201 | https://github.com/trailofbits/rfc8785.py/.github/workflows/release.yml@refs/tags/v0.1.2 | verified
      npm-sigstore-5.0.0 | public-good | sha512:849a897e81bf7b8a8541a6ae40bd3473a27a16b1cb0462ad905bd6dc96d34881053a12eb4a375233f81677fc9439f628fe0b0445e8535c60b5559597fbd5f80e | https://github.com/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main | verified
      npm-sigstore-2.0.0 | public-good | sha512:46d4e2f74c4877316640000a6fdf8a8b59f1e0847667973e9859f774dd31b8f1e0937813b777fb66a2ac67d50540fe34640966eee9fc2ccca387082b4c85cd3c | https://github.com/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main | verified
      dsse-2022 | public-good | sha512:bbfd372fc9beeb777fe35d05bb10c0c70a9733d366a75fed7dd18866c7391de3ee7e88ba74dd47abf3e15c845e547fcf0e5c3da80854c751554224d3a6d4e55f | brian@dehamer.com | verified
      dsse-2022-two-signatures | public-good | sha512:bbfd372fc9beeb777fe35d05bb10c0c70a9733d366a75fed7dd18866c7391de3ee7e88ba74dd47abf3e15c845e547fcf0e5c3da80854c751554224d3a6d4e55f | brian@dehamer.com | malformed-bundle
      conda-rekor1 | public-good | sha256:54303491a8418fbed24344b513546182c29b43bf282ceb433af65e2299f9271f | https://github.com/prefix-dev/sigstore-example/.github/workflows/action.yaml@refs/heads/main | verified
      conda-rekor2 | root-staging-two-intermediates | sha256:54303491a8418fbed24344b513546182c29b43bf282ceb433af65e2299f9271f | jku@goto.fi | verified
      conda-rekor2 | public-good | sha256:54303491a8418fbed24344b513546182c29b43bf282ceb433af65e2299f9271f | jku@goto.fi | unknown-log
      cosign-3.0.2-blob | public-good | sha256:261875ae0067f84dc0b4bfe44275392f06a258362acc14516861e5d8fca17dbd | keyless@projectsigstore.iam.gserviceaccount.com | verified
      cosign-3-blob | public-good | sha256:e194b99df6639501325c5f44da79fe3a8efae6f239bd79443a19787e06fb1764 | w.vollprecht@gmail.com | verified
      conformance-dsse | public-good | sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf | BEACON | verified
      staging-rekor2 | root-staging-two-intermediates | sha256:15f67246115921bb7c1de0e7e9e9275c8016dc254a0c009888944b7ed3644aaa | jku@goto.fi | verified
      staging-rekor2-dsse | root-staging-two-intermediates | sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf | BEACON | verified
      staging-two-intermediates | root-staging-two-intermediates | sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | https://github.com/sigstore/root-signing-staging/.github/workflows/custom-test.yml@refs/heads/main | verified
      staging-timestamp | root-staging-timestamp | sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf | BEACON | verified
      staging-timestamp-of-another | root-staging-timestamp | sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf | BEACON | bad-timestamp
      staging-2024 | root-staging-two-intermediates | sha256:5e6ae9de58c1177bea615b4fcbfb2fd688e8c4b51c2e56b6a38e817833ec24a2 | william@yossarian.net | verified
      othername | root-scaffolding | sha256:bc103b4a84971ef6459b294a2b98568a2bfb72cded09d4acd1e16366a401f95b | foo!oidc.local | verified
      bad-ct-key | root-bad-ct-key | sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf | BEACON | bad-certificate-timestamp
      bad-ct-key | public-good | sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf | BEACON | verified
      github-private | root-github | sha256:76f1fe8593bf227cca2c089e3c16dc95014a8d3e89c5dd220530469ca043c428 | https://dotcom.releases.github.com | no-log-entry
      entry-of-another | public-good | sha256:c87b5b213ab08b32970c106d0c7e4423e67f5449c2fd2d1e9b4ea6cc43b6ee7c | william@yossarian.net | log-entry-mismatch
      no-version | public-good | sha256:7a1f2b23ec9add163c6d0bbb454af45e1483b9bec7b72aea1b4fdf0e2f5644f0 | william@yossarian.net | unknown-format
      no-certificate | public-good | sha256:1bc37d4fed3fd960bdf9d095f87283ba8ad1ab4481f38a34e8004f0c56ffe78d | william@yossarian.net | malformed-bundle
      no-checkpoint | public-good | sha256:802dd60ff88333802f2585e73043bd21c341285e1992fe5b31755e1cadeae30e | william@yossarian.net | malformed-bundle
      no-log-entry | public-good | sha256:9b469fc9761e8b933073b62725fbc98b549c3314199ded71cc8b286ef2c6fb9b | alex.cameron@trailofbits.com | no-log-entry
      no-signed-time | public-good | sha256:ca6de99a11d3d38056d838c7dc9a23a11a0c81bcace0d11eaa301a2ffb482c42 | william@yossarian.net | no-proven-time
      cosign-3-image-made-up | public-good | sha256:0000000000000000000000000000000000000000000000000000000000000000 | anybody | malformed-certificate
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
  void areWhatTheyShould(
      String bundle, String root, String digest, String subject, String verdict) {
    Demand demand =
        Demand.of(
            new Signers.Keyless(
                List.of(
                    Identity.of(
                        TextRule.of(subject.replace("BEACON", BEACON)),
                        TextRule.matching("https?://.*")))),
            new Statement.Blob());
    assertEquals(verdict, verdict(bundle, root, digest, demand));
  }

  /// An authority without a certificate log, no transparency log, a timestamp: GitHub's own. All
  /// holds but the issuer: GitHub's certificate for releases names none.
  @ParameterizedTest
  @CsvSource({
    "IF_PRESENT, NOT_ASKED, wrong-issuer",
    "IF_PRESENT, REQUIRED, no-certificate-timestamp",
    "REQUIRED, NOT_ASKED, no-log-entry"
  })
  void logsOfPrivateInstancesNeedNotBeAskedFor(
      Demand.Log log, Demand.CertificateLog certificateLog, String verdict) {
    Demand demand =
        Demand.of(
                new Signers.Keyless(
                    List.of(
                        Identity.of(
                            TextRule.of("https://dotcom.releases.github.com"),
                            TextRule.matching("https?://.*")))),
                new Statement.Blob())
            .withLog(log)
            .withCertificateLog(certificateLog);
    assertEquals(
        verdict,
        verdict(
            "github-private",
            "root-github",
            "sha256:76f1fe8593bf227cca2c089e3c16dc95014a8d3e89c5dd220530469ca043c428",
            demand));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          key           | digest | verdict
          managed-key   | sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf | verified
          managed-key   | sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01be | wrong-digest
          """)
  void ofKeysAreWhatTheyShould(String key, String digest, String verdict) {
    if (!(PublicKeys.read(bytes(key + ".pem")) instanceof PublicKeys.Read.Key(var wanted))) {
      throw new AssertionError(key);
    }
    Demand demand = Demand.of(new Signers.Key(wanted), new Statement.Blob());
    assertEquals(verdict, verdict("managed-key", "public-good", digest, demand));
  }

  private static String verdict(String bundle, String root, String digest, Demand demand) {
    Material material = new Material.Bundle(Bytes.wrap(RealBundle.file(bundle)));
    Digest wanted = Digest.parse(digest).orElseThrow();
    return switch (new Verifier(root(root)).verify(material, wanted, demand, NOW)) {
      case Verdict.Verified(Digest signed, var signer, var time, var format) -> {
        assertEquals(wanted, signed);
        yield "verified";
      }
      case Verdict.Rejected(Reason reason, String detail) -> reason.id();
    };
  }

  private static TrustRoot root(String name) {
    return name.equals("public-good") ? publicGood() : RealBundle.root(name);
  }

  private static TrustRoot publicGood() {
    return switch (TrustRootReader.read(TrustRoots.publicGood().json().toArray())) {
      case TrustRootReader.Result.Read(TrustRoot root) -> root;
      case TrustRootReader.Result.Refused(String why) -> throw new AssertionError(why);
    };
  }

  static Stream<Json> inclusions() {
    return new String(bytes("inclusion.jsonl"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonReader.read(line.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  @Test
  void someInclusionsHold() {
    assertTrue(inclusions().anyMatch(one -> !wrong(one)));
    assertEquals(98, inclusions().count());
  }

  /// The vectors of transparency-dev/merkle.
  @ParameterizedTest
  @MethodSource("inclusions")
  void treesAreWhatOthersTakeThemFor(Json one) {
    List<Bytes> way =
        one.get("proof").flatMap(Json::asItems).orElse(List.of()).stream()
            .map(hash -> Bytes.wrap(Base64.getDecoder().decode(hash.asText().orElseThrow())))
            .toList();
    Optional<Bytes> root =
        MerkleTree.root(base64(one, "leaf"), number(one, "index"), number(one, "size"), way);
    // a leaf's hash is always computed, so that it has 32 bytes: the vector without any cannot
    // arise
    boolean holds =
        base64(one, "leaf").length == 32
            && root.map(Bytes::toArray).filter(got -> same(got, one)).isPresent();
    assertEquals(!wrong(one), holds);
  }

  private static boolean same(byte[] root, Json one) {
    return java.util.Arrays.equals(root, base64(one, "root"));
  }

  private static boolean wrong(Json one) {
    return one.get("wrong").orElseThrow() instanceof Json.Bool(boolean value) && value;
  }

  private static byte[] base64(Json one, String name) {
    return Base64.getDecoder().decode(one.get(name).flatMap(Json::asText).orElse(""));
  }

  private static long number(Json one, String name) {
    return one.get(name).orElseThrow() instanceof Json.Num(String literal)
        ? Long.parseUnsignedLong(literal)
        : -1;
  }

  private static byte[] bytes(String file) {
    try (InputStream in = RealBundle.class.getResourceAsStream("real/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
