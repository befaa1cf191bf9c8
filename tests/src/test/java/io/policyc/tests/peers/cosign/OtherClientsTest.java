package io.policyc.tests.peers.cosign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.Identity;
import io.policyc.signatures.sigstore.Material;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.Signers;
import io.policyc.signatures.sigstore.Statement;
import io.policyc.signatures.sigstore.TextRule;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.TrustRootReader;
import io.policyc.signatures.sigstore.Verdict;
import io.policyc.signatures.sigstore.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bundles of other clients than cosign verify, and are refused for another signer or content.
final class OtherClientsTest {
  private static final String SUBJECT = "https://example.com/js";
  private static final Digest BLOB = Digest.sha256(Bytes8.of("content of a blob"));
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static byte[] file(String name) {
    try (InputStream in = OtherClientsTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verdict verdict(String name, Digest digest, String subject, Statement statement) {
    TrustRoot root =
        assertInstanceOf(
                TrustRootReader.Result.Read.class,
                TrustRootReader.read(file("other-clients/trusted_root.json")))
            .root();
    Signers signers =
        new Signers.Keyless(
            List.of(Identity.of(TextRule.of(subject), TextRule.of("https://issuer.example"))));
    Demand.Log log =
        name.endsWith("-stamped") && !name.contains("rekor")
            ? Demand.Log.IF_PRESENT
            : Demand.Log.REQUIRED;
    Demand demand = new Demand(signers, statement, EnumSet.allOf(Format.class), log);
    Material bundle = new Material.Bundle(Bytes.wrap(file("other-clients/" + name + ".json")));
    return new Verifier(root).verify(bundle, digest, demand, NOW);
  }

  private static Statement statement(String name) {
    return name.startsWith("message")
        ? new Statement.Blob()
        : new Statement.Attested("https://slsa.dev/provenance/v1", List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message-python",
        "message-rekor1",
        "message-rekor1-stamped",
        "statement-rekor1-intoto"
      })
  void verifies(String name) {
    Statement asked = statement(name);
    Verdict verdict = verdict(name, BLOB, SUBJECT, asked);
    assertInstanceOf(Verdict.Verified.class, verdict, () -> name + ": " + verdict);
    assertEquals(
        Reason.WRONG_IDENTITY, reason(verdict(name, BLOB, "https://example.com/else", asked)));
    Digest other = Digest.sha256(Bytes8.of("another blob"));
    assertEquals(Reason.WRONG_DIGEST, reason(verdict(name, other, SUBJECT, asked)));
  }

  /// What the mock makes otherwise than Sigstore's services do: it gives its timestamps' leaf to
  /// nobody, writes entries of Rekor 2 without their kind, and logs an envelope's proposal as it
  /// came. cosign 3 refuses all but the last.
  @ParameterizedTest
  @CsvSource({
    "message-stamped, UNTRUSTED_TIMESTAMP",
    "statement-stamped, UNTRUSTED_TIMESTAMP",
    "message-rekor2, MALFORMED_LOG_ENTRY",
    "statement-rekor2, MALFORMED_LOG_ENTRY",
    "statement-rekor1, MALFORMED_LOG_ENTRY",
    "statement-rekor1-stamped, MALFORMED_LOG_ENTRY"
  })
  void refusesWhatTheMockMakesOtherwise(String name, Reason reason) {
    assertEquals(reason, reason(verdict(name, BLOB, SUBJECT, statement(name))));
  }

  private static Reason reason(Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict).reason();
  }
}
