package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.Keys;
import java.util.function.Consumer;

/// What a log recorded, and what was signed.
final class AlteredBodiesTest extends AlteredTable {
  @Override
  void rows() {
    values();
    kinds();
    shapes();
    entries();
    envelopes();
    records();
  }

  private void values() {
    body(
        "the body's signature",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.signatures.0.signature", base64(new byte[70])));
    body(
        "the body's certificate",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.signatures.0.verifier", base64(WORLD.leaf().pem().getBytes(UTF_8))));
    body(
        "the body's certificate as garbage",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.signatures.0.verifier", base64("x".getBytes(UTF_8))));
    body(
        "two certificates in the body",
        Reason.LOG_ENTRY_MISMATCH,
        b ->
            b.text(
                "spec.signatures.0.verifier", base64((LEAF.pem() + LEAF.pem()).getBytes(UTF_8))));
    body(
        "the body's payload",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.payloadHash.value", "0".repeat(64)));
  }

  private void kinds() {
    body(
        "the body's kind",
        Reason.UNSUPPORTED_LOG_ENTRY,
        b -> b.text("kind", "rpm"),
        "rpm",
        "0.0.1");
    body(
        "the body's version",
        Reason.UNSUPPORTED_LOG_ENTRY,
        b -> b.text("apiVersion", "0.0.9"),
        "dsse",
        "0.0.9");
    body(
        "a retired kind",
        Reason.UNSUPPORTED_LOG_ENTRY,
        b -> b.text("apiVersion", "0.0.2"),
        "dsse",
        "0.0.2");
    body(
        "a kind that the bundle does not say",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("kind", "intoto"));
    body(
        "a version that the bundle does not say",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("apiVersion", "0.0.3"));
  }

  private void shapes() {
    body("a body without kind", Reason.MALFORMED_LOG_ENTRY, b -> b.remove("kind"));
    body(
        "a body without signatures",
        Reason.MALFORMED_LOG_ENTRY,
        b -> b.set("spec.signatures", "[]"));
    body(
        "a body with two signatures",
        Reason.MALFORMED_LOG_ENTRY,
        b -> b.repeat("spec.signatures.0", 1));
    body("a body without hash", Reason.MALFORMED_LOG_ENTRY, b -> b.remove("spec.payloadHash"));
    body(
        "a hash of no length",
        Reason.MALFORMED_LOG_ENTRY,
        b -> b.text("spec.payloadHash.value", ""));
    body(
        "a hash of another kind",
        Reason.MALFORMED_LOG_ENTRY,
        b -> b.text("spec.payloadHash.algorithm", "md5"));
    body("a body of numbers", Reason.MALFORMED_LOG_ENTRY, b -> b.set("spec", "1"));
    image(
        "a body of garbage",
        Reason.MALFORMED_LOG_ENTRY,
        b -> b.text(ENTRY + ".canonicalizedBody", "AAAA"));
  }

  private void entries() {
    image(
        "a body and its kind",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text(ENTRY + ".kindVersion.kind", "hashedrekord"));
    image(
        "a body and its version",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text(ENTRY + ".kindVersion.version", "0.0.2"));
    image(
        "an entry of another signature",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.set(ENTRY, keyless().statement(provenance()).json(ENTRY)));
    image(
        "an entry without signature",
        Reason.UNSUPPORTED_LOG_ENTRY,
        keyless().kind("intoto/0.0.1"),
        _ -> {});
  }

  private void envelopes() {
    inToto(
        "the envelope's type in the body",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.content.envelope.payloadType", "text/plain"));
    inToto(
        "the envelope's signature in the body",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.content.envelope.signatures.0.sig", base64("AAAA".getBytes(UTF_8))));
    inToto(
        "a signature in the body that is base64 once",
        Reason.MALFORMED_LOG_ENTRY,
        b -> b.text("spec.content.envelope.signatures.0.sig", base64(new byte[] {1, 2, 3})));
    inToto(
        "the payload's hash in the body",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.content.payloadHash.value", "1".repeat(64)));
    inToto(
        "the key in the body",
        Reason.LOG_ENTRY_MISMATCH,
        b ->
            b.text(
                "spec.content.envelope.signatures.0.publicKey",
                base64(WORLD.leaf().pem().getBytes(UTF_8))));
  }

  private void records() {
    record(
        "the record's digest",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.data.hash.value", "2".repeat(64)));
    record(
        "the record's signature",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.text("spec.signature.content", "AAAA"));
    record(
        "the record's certificate",
        Reason.LOG_ENTRY_MISMATCH,
        b ->
            b.text("spec.signature.publicKey.content", base64(WORLD.leaf().pem().getBytes(UTF_8))));
    blob(
        "an envelope's entry",
        Reason.LOG_ENTRY_MISMATCH,
        b -> b.set(ENTRY, keyless().statement(signing()).json(ENTRY)));
    add(
        "another key in the log",
        () ->
            keyed()
                .body(
                    b ->
                        b.text(
                            "spec.signatures.0.verifier",
                            base64(
                                Keys.pem("PUBLIC KEY", Keys.p256().getPublic().getEncoded())
                                    .getBytes(UTF_8))))
                .statement(signing()),
        Asked.signedWith(KEYS.getPublic()),
        Reason.LOG_ENTRY_MISMATCH);
  }

  private void body(String name, Reason reason, Consumer<JsonTree> edit) {
    image(name, reason, keyless().body(edit), _ -> {});
  }

  private void body(
      String name, Reason reason, Consumer<JsonTree> edit, String kind, String version) {
    image(
        name,
        reason,
        keyless().body(edit),
        b ->
            b.text(ENTRY + ".kindVersion.kind", kind)
                .text(ENTRY + ".kindVersion.version", version));
  }

  private void inToto(String name, Reason reason, Consumer<JsonTree> edit) {
    image(name, reason, keyless().kind("intoto/0.0.2").body(edit), _ -> {});
  }

  private void record(String name, Reason reason, Consumer<JsonTree> edit) {
    add(name, () -> keyless().body(edit).message(CONTENT), Asked.blob(), reason);
  }
}
