package io.policyc.signatures.sigstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.signatures.sigstore.certificate.CertificateCheck;
import io.policyc.signatures.sigstore.certificate.CertificateTimestamps;
import io.policyc.signatures.sigstore.certificate.LeafCertificate;
import io.policyc.signatures.sigstore.timestamp.TimestampCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the real world has made: its certificates chain to its trust roots, its logs' promises and
/// its timestamps hold. Sources: `real/README.md`.
class RealBundlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          bundle                       | root                           | certificate           | promise                   | timestamp            | name | issuer
          maven-sigstore-java-2.0.0    | public-good                    | trusted               | holds                     | -                    | https://github.com/sigstore/sigstore-java/.github/workflows/release-sigstore-java-from-tag.yaml@refs/tags/v2.0.0 | https://token.actions.githubusercontent.com
          cosign-3-blob                | public-good                    | trusted               | holds                     | 2025-12-03T18:36:42Z | w.vollprecht@gmail.com | https://github.com/login/oauth
          conda-rekor2                 | staging                        | trusted               | holds                     | 2026-05-26T07:42:21Z | jku@goto.fi | https://github.com/login/oauth
          conda-rekor2                 | public-good                    | no-proven-time        | -                         | untrusted-timestamp  | jku@goto.fi | https://github.com/login/oauth
          npm-sigstore-2.0.0           | public-good                    | trusted               | holds                     | -                    | https://github.com/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main | https://token.actions.githubusercontent.com
          npm-sigstore-2.0.0           | root-public-2023               | trusted               | holds                     | -                    | https://github.com/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main | https://token.actions.githubusercontent.com
          npm-sigstore-1.3.0           | root-public-2023               | trusted               | holds                     | -                    | https://github.com/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main | https://token.actions.githubusercontent.com
          dsse-2022                    | root-public-2023               | trusted               | holds                     | -                    | brian@dehamer.com | https://github.com/login/oauth
          othername                    | root-scaffolding               | trusted               | holds                     | -                    | foo!oidc.local | http://oidc.local:8080
          othername                    | public-good                    | untrusted-certificate | -                         | -                    | foo!oidc.local | http://oidc.local:8080
          github-private               | root-github                    | trusted               | no-certificate-timestamp  | 2026-03-02T09:52:15Z | https://dotcom.releases.github.com | -
          staging-timestamp            | root-staging-timestamp         | trusted               | holds                     | 2025-08-06T18:51:36Z | https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main | https://token.actions.githubusercontent.com
          staging-timestamp-of-another | root-staging-timestamp         | no-proven-time        | -                         | bad-timestamp        | https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main | https://token.actions.githubusercontent.com
          staging-two-intermediates    | root-staging-two-intermediates | trusted               | holds                     | 2026-07-08T05:25:12Z | https://github.com/sigstore/root-signing-staging/.github/workflows/custom-test.yml@refs/heads/main | https://token.actions.githubusercontent.com
          staging-rekor2               | staging                        | trusted               | holds                     | 2025-06-09T11:57:38Z | jku@goto.fi | https://github.com/login/oauth
          bad-ct-key                   | root-bad-ct-key                | trusted               | bad-certificate-timestamp | -                    | https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main | https://token.actions.githubusercontent.com
          bad-ct-key                   | public-good                    | trusted               | holds                     | -                    | https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main | https://token.actions.githubusercontent.com
          """)
  void areJudgedAsTheyShould(
      String bundle,
      String root,
      String certificate,
      String promise,
      String timestamp,
      String name,
      String issuer) {
    RealBundle real = RealBundle.of(bundle);
    TrustRoot trusted = root(root);
    LeafCertificate leaf = real.leaf();
    List<Instant> times = new ArrayList<>(real.integrated().stream().toList());
    String stamped = "-";
    for (byte[] token : real.timestamps()) {
      switch (TimestampCheck.check(token, real.signature(), trusted)) {
        case TimestampCheck.Result.Proven(Instant time, _) -> {
          times.add(time);
          stamped = time.toString();
        }
        case TimestampCheck.Result.Refused(Reason reason, _) -> stamped = reason.id();
      }
    }
    assertEquals(
        String.join(" | ", certificate, promise, timestamp, name, issuer),
        String.join(
            " | ",
            certificate(real, leaf, trusted, times),
            promise(real, leaf, trusted, times),
            stamped,
            leaf.names().getFirst(),
            leaf.issuer().orElse("-")));
  }

  @Test
  void aCertificateWithoutAnyNameIsRefused() {
    assertEquals(
        new TrustRootReader.Result.Refused(
            "timestampAuthorities[0] has a certificate that cannot be read"),
        TrustRootReader.read(RealBundle.file("root-virtual-tsa")));
  }

  private static String certificate(
      RealBundle real, LeafCertificate leaf, TrustRoot root, List<Instant> times) {
    return switch (CertificateCheck.at(leaf, real.certificates(), root, times)) {
      case CertificateCheck.Result.Trusted _ -> "trusted";
      case CertificateCheck.Result.Untrusted(Reason reason, _) -> reason.id();
    };
  }

  private static String promise(
      RealBundle real, LeafCertificate leaf, TrustRoot root, List<Instant> times) {
    return switch (CertificateCheck.at(leaf, real.certificates(), root, times)) {
      case CertificateCheck.Result.Trusted(var issuer) ->
          CertificateTimestamps.check(leaf, issuer, root)
              .map(rejected -> rejected.reason().id())
              .orElse("holds");
      case CertificateCheck.Result.Untrusted _ -> "-";
    };
  }

  /// A trust root beside the bundles, or one that ships.
  private static TrustRoot root(String name) {
    return switch (name) {
      case "public-good" -> shipped("public-good/2026-11-05");
      case "staging" -> shipped("staging/2026-01-14");
      default -> RealBundle.root(name);
    };
  }

  private static TrustRoot shipped(String folder) {
    String path = "/sigstore/" + folder + "/trusted_root.json";
    try (InputStream in = RealBundlesTest.class.getResourceAsStream(path)) {
      return switch (TrustRootReader.read(Objects.requireNonNull(in).readAllBytes())) {
        case TrustRootReader.Result.Read(TrustRoot root) -> root;
        case TrustRootReader.Result.Refused(String why) -> throw new AssertionError(why);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
