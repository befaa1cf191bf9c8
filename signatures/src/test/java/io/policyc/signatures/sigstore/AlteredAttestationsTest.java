package io.policyc.signatures.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.MintedWorld;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// cosign's first layout of attestations.
final class AlteredAttestationsTest extends AlteredTable {
  @Override
  void rows() {
    envelopes();
    entries();
  }

  private void envelopes() {
    attestation(
        "attestation: an envelope of garbage", Reason.MALFORMED_ENVELOPE, _ -> JsonTree.parse("1"));
    attestation(
        "attestation: two signatures", Reason.MALFORMED_ENVELOPE, e -> e.repeat("signatures.0", 1));
    attestation("attestation: no payload", Reason.MALFORMED_ENVELOPE, e -> e.remove("payload"));
    attestation(
        "attestation: another payload", Reason.MALFORMED_STATEMENT, e -> e.text("payload", "AAAA"));
    attestation(
        "attestation: another type",
        Reason.MALFORMED_ENVELOPE,
        e -> e.text("payloadType", "text/plain"));
    attestation(
        "attestation: another signature",
        Reason.BAD_SIGNATURE,
        e -> flip(e, "signatures.0.sig", 20));
    attestation(
        "attestation: another keyid",
        Reason.LOG_ENTRY_MISMATCH,
        e -> e.text("signatures.0.keyid", "x"));
    add(
        "attestation: for a signature",
        () -> keyless().cosignAttestation(Asked.provenance()),
        Asked.signed(),
        ROOT,
        Reason.NOT_A_SIGNATURE);
    add(
        "attestation: of another type",
        () -> keyless().cosignAttestation(Asked.signing()),
        Asked.attested(),
        ROOT,
        Reason.WRONG_PREDICATE_TYPE);
  }

  private void entries() {
    add(
        "attestation: an envelope's hash",
        () ->
            keyless()
                .body(b -> b.text("spec.envelopeHash.value", "0".repeat(64)))
                .cosignAttestation(Asked.provenance()),
        Asked.attested(),
        ROOT,
        Reason.LOG_ENTRY_MISMATCH);
    add(
        "attestation: the oldest entry's hash",
        () ->
            keyless()
                .kind("intoto/0.0.1")
                .body(b -> b.text("spec.content.hash.value", "0".repeat(64)))
                .cosignAttestation(Asked.provenance()),
        Asked.attested(),
        ROOT,
        Reason.LOG_ENTRY_MISMATCH);
    add(
        "attestation: the oldest entry's payload",
        () ->
            keyless()
                .kind("intoto/0.0.1")
                .body(b -> b.text("spec.content.payloadHash.value", "0".repeat(64)))
                .cosignAttestation(Asked.provenance()),
        Asked.attested(),
        ROOT,
        Reason.LOG_ENTRY_MISMATCH);
    add(
        "attestation: the oldest entry's key",
        () ->
            keyless()
                .kind("intoto/0.0.1")
                .body(b -> b.text("spec.publicKey", base64(WORLD.leaf().pem().getBytes(UTF_8))))
                .cosignAttestation(Asked.provenance()),
        Asked.attested(),
        ROOT,
        Reason.LOG_ENTRY_MISMATCH);
    add(
        "attestation: a stamp of the signature only",
        AlteredAttestationsTest::stampedSignature,
        Asked.attested(),
        ROOT,
        Reason.BAD_TIMESTAMP);
  }

  private static Material stampedSignature() {
    Material.CosignAttestation good = keyless().cosignAttestation(Asked.provenance());
    byte[] signature =
        Base64.getDecoder().decode(JsonTree.parse(good.envelope().view()).text("signatures.0.sig"));
    Map<String, String> annotations = new HashMap<>(good.annotations());
    annotations.put(
        "dev.sigstore.cosign/rfc3161timestamp",
        "{\"SignedRFC3161Timestamp\":\""
            + base64(WORLD.timestamps().stamp(signature, MintedWorld.SIGNED))
            + "\"}");
    return new Material.CosignAttestation(good.envelope(), annotations);
  }

  private void attestation(String name, Reason reason, Function<JsonTree, JsonTree> edit) {
    add(
        name,
        () -> edited(keyless().cosignAttestation(Asked.provenance()), edit),
        Asked.attested(),
        ROOT,
        reason);
  }

  private static Material edited(
      Material.CosignAttestation good, Function<JsonTree, JsonTree> edit) {
    JsonTree envelope = edit.apply(JsonTree.parse(good.envelope().view()));
    return new Material.CosignAttestation(Bytes.wrap(envelope.bytes()), good.annotations());
  }
}
