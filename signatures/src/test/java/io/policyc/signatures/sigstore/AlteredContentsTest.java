package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Json;
import io.policyc.signatures.sigstore.envelope.Envelope;
import java.util.List;
import java.util.Locale;

/// Signatures of something else, or that say something else.
final class AlteredContentsTest extends AlteredTable {
  @Override
  void rows() {
    subjects();
    statements();
    types();
    messages();
    conditions();
  }

  private void subjects() {
    envelope(
        "another digest",
        signing().replace(Asked.DIGEST.hex(), "0".repeat(64)),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    envelope(
        "the digest under another algorithm",
        signing().replace("\"sha256\"", "\"sha512\""),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    envelope(
        "the digest in capitals",
        signing().replace(Asked.DIGEST.hex(), Asked.DIGEST.hex().toUpperCase(Locale.ROOT)),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    envelope(
        "no subject",
        signing().replaceFirst("\"subject\":\\[[^]]*]", "\"subject\":[]"),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    envelope(
        "a subject without digest",
        signing().replaceFirst("\"digest\":\\{[^}]*}", "\"name\":\"x\""),
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
  }

  private void statements() {
    envelope(
        "no statement",
        "{\"_type\":\"https://example.com\",\"subject\":[],\"predicateType\":\"x\"}",
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    envelope(
        "a statement of version 2",
        signing().replace("Statement/v1", "Statement/v2"),
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    envelope("a payload of garbage", "signed", Asked.signed(), Reason.MALFORMED_STATEMENT);
    envelope(
        "no predicate type",
        signing().replace("\"predicateType\"", "\"predicatetype\""),
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    envelope(
        "a name twice in the statement",
        signing().replace("{\"_type\"", "{\"subject\":[],\"_type\""),
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
  }

  private void types() {
    envelope(
        "an attestation for a signature", provenance(), Asked.signed(), Reason.NOT_A_SIGNATURE);
    envelope(
        "a scan for a signature",
        statement("https://cosign.sigstore.dev/attestation/vuln/v1"),
        Asked.signed(),
        Reason.NOT_A_SIGNATURE);
    envelope(
        "a signature's type with a slash",
        statement(Statement.COSIGN_SIGN + "/"),
        Asked.signed(),
        Reason.NOT_A_SIGNATURE);
    envelope(
        "a signature for an attestation", signing(), Asked.attested(), Reason.WRONG_PREDICATE_TYPE);
    envelope(
        "an older attestation",
        statement("https://slsa.dev/provenance/v0.2"),
        Asked.attested(),
        Reason.WRONG_PREDICATE_TYPE);
  }

  private void messages() {
    add(
        "another payload type",
        () -> keyless().envelope("application/vnd.in-toto", signing().getBytes(UTF_8)),
        Asked.signed(),
        Reason.MALFORMED_ENVELOPE);
    add(
        "a payload type with parameters",
        () -> keyless().envelope(Envelope.IN_TOTO + "; charset=utf-8", signing().getBytes(UTF_8)),
        Asked.signed(),
        Reason.MALFORMED_ENVELOPE);
    add(
        "a message for a signature",
        () -> keyless().message(CONTENT),
        Asked.signed(),
        Reason.NOT_A_SIGNATURE);
    add(
        "a message for an attestation",
        () -> keyless().message(CONTENT),
        Asked.attested(),
        Reason.WRONG_PREDICATE_TYPE);
    add(
        "a message of something else",
        () -> keyless().message("other".getBytes(UTF_8)),
        Asked.blob(),
        Reason.WRONG_DIGEST);
    blob(
        "a digest claimed of something else",
        Reason.WRONG_DIGEST,
        b -> b.text("messageSignature.messageDigest.digest", base64(new byte[32])));
  }

  private void conditions() {
    condition(
        "a condition on a text", "/buildType", new Condition.Test.Equal(new Json.Str("bazel")));
    condition("a condition on a number", "/level", new Condition.Test.Equal(new Json.Num("4")));
    condition(
        "a condition on what is missing",
        "/builder/id",
        new Condition.Test.Matches(TextRule.of("**")));
    condition("a condition on no item", "/steps/2", new Condition.Test.Matches(TextRule.of("**")));
    condition("a condition on several", "/buildType", new Condition.Test.OneOf(List.of()));
    condition(
        "a condition on a pattern", "/buildType", new Condition.Test.Matches(TextRule.of("mak")));
  }

  private void envelope(String name, String statement, Demand demand, Reason reason) {
    add(name, () -> keyless().statement(statement), demand, reason);
  }

  private void condition(String name, String pointer, Condition.Test test) {
    envelope(
        name, provenance(), Asked.attested(new Condition(pointer, test)), Reason.CONDITION_NOT_MET);
  }
}
