package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// cosign's first layout: a payload and annotations.
final class AlteredCosignTest extends AlteredTable {
  private static final String SIGNATURE = "dev.cosignproject.cosign/signature";
  private static final String CERTIFICATE = "dev.sigstore.cosign/certificate";
  private static final String CHAIN = "dev.sigstore.cosign/chain";
  private static final String BUNDLE = "dev.sigstore.cosign/bundle";
  private static final String TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";
  private static final KeyPair P384 = Keys.p384();

  @Override
  void rows() {
    annotations();
    entries();
    payloads();
    others();
  }

  private void annotations() {
    cosign("cosign: no signature", Reason.MALFORMED_SIGNATURE, a -> a.remove(SIGNATURE));
    cosign("cosign: an empty signature", Reason.MALFORMED_SIGNATURE, a -> a.put(SIGNATURE, ""));
    cosign(
        "cosign: a signature of no base64", Reason.MALFORMED_SIGNATURE, a -> a.put(SIGNATURE, "!"));
    cosign(
        "cosign: another signature",
        Reason.BAD_SIGNATURE,
        a -> a.put(SIGNATURE, base64(LEAF.sign("x".getBytes(UTF_8)))));
    cosign(
        "cosign: a certificate of no PEM",
        Reason.MALFORMED_SIGNATURE,
        a -> a.put(CERTIFICATE, "x"));
    cosign(
        "cosign: two certificates",
        Reason.MALFORMED_SIGNATURE,
        a -> a.put(CERTIFICATE, LEAF.pem() + LEAF.pem()));
    cosign(
        "cosign: a certificate of garbage",
        Reason.MALFORMED_CERTIFICATE,
        a -> a.put(CERTIFICATE, Keys.pem("CERTIFICATE", new byte[] {1})));
    cosign(
        "cosign: another certificate",
        Reason.BAD_SIGNATURE,
        a -> a.put(CERTIFICATE, WORLD.leaf().pem()));
    cosign("cosign: no certificate", Reason.NO_CERTIFICATE, a -> a.remove(CERTIFICATE));
    cosign("cosign: a chain of garbage", Reason.MALFORMED_SIGNATURE, a -> a.put(CHAIN, "x"));
    cosign(
        "cosign: a chain of bad certificates",
        Reason.MALFORMED_CERTIFICATE,
        a -> a.put(CHAIN, Keys.pem("CERTIFICATE", new byte[] {1})));
  }

  private void entries() {
    cosign("cosign: no entry", Reason.NO_LOG_ENTRY, a -> a.remove(BUNDLE));
    cosign("cosign: an entry of no JSON", Reason.MALFORMED_SIGNATURE, a -> a.put(BUNDLE, "x"));
    cosign("cosign: an empty entry", Reason.MALFORMED_SIGNATURE, a -> a.put(BUNDLE, "{}"));
    entry(
        "cosign: a log's id of no hexadecimal",
        Reason.MALFORMED_SIGNATURE,
        e -> e.text("Payload.logID", "x"));
    entry("cosign: another log", Reason.UNKNOWN_LOG, e -> e.text("Payload.logID", "00"));
    entry(
        "cosign: another time",
        Reason.BAD_INCLUSION_PROMISE,
        e -> e.set("Payload.integratedTime", "1717243321"));
    entry(
        "cosign: another index", Reason.BAD_INCLUSION_PROMISE, e -> e.set("Payload.logIndex", "1"));
    entry(
        "cosign: another promise",
        Reason.BAD_INCLUSION_PROMISE,
        e -> e.text("SignedEntryTimestamp", "AAAA"));
    entry("cosign: no promise", Reason.MALFORMED_SIGNATURE, e -> e.remove("SignedEntryTimestamp"));
    cosign(
        "cosign: an entry of another",
        Reason.LOG_ENTRY_MISMATCH,
        a ->
            a.put(
                BUNDLE,
                keyless()
                    .cosign(Asked.payload("sha256:" + "0".repeat(64)))
                    .annotations()
                    .get(BUNDLE)));
    cosign("cosign: a stamp of no JSON", Reason.MALFORMED_SIGNATURE, a -> a.put(TIMESTAMP, "x"));
    cosign(
        "cosign: a stamp of another",
        Reason.BAD_TIMESTAMP,
        a ->
            a.put(
                TIMESTAMP,
                "{\"SignedRFC3161Timestamp\":\""
                    + base64(WORLD.timestamps().stamp(CONTENT, MintedWorld.SIGNED))
                    + "\"}"));
    cosign(
        "cosign: annotations without end",
        Reason.TOO_LARGE,
        a -> a.put("x", "x".repeat(2_000_000)));
  }

  private void payloads() {
    payload(
        "cosign: another image",
        Asked.payload("sha256:" + "0".repeat(64)),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    payload(
        "cosign: another algorithm",
        Asked.payload("sha512:" + "0".repeat(128)),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    payload(
        "cosign: no digest", Asked.payload("latest"), Asked.signed(), Reason.MALFORMED_STATEMENT);
    payload("cosign: a payload of garbage", "signed", Asked.signed(), Reason.MALFORMED_STATEMENT);
    payload(
        "cosign: a payload without image",
        "{\"critical\":{\"type\":\"x\"}}",
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    payload(
        "cosign: a payload of another type",
        Asked.payload().replace("cosign container", "atomic container"),
        Asked.signed(),
        Reason.NOT_A_SIGNATURE);
    payload(
        "cosign: a signature for an attestation",
        Asked.payload(),
        Asked.attested(),
        Reason.WRONG_PREDICATE_TYPE);
    payload("cosign: a payload for a blob", Asked.payload(), Asked.blob(), Reason.WRONG_DIGEST);
  }

  private void others() {
    Supplier<Material.CosignSignature> good = () -> keyless().cosign(Asked.payload());
    add(
        "cosign: a byte more",
        () ->
            new Material.CosignSignature(
                Bytes.wrap((Asked.payload() + "\n").getBytes(UTF_8)), good.get().annotations()),
        Asked.signed(),
        ROOT,
        Reason.BAD_SIGNATURE);
    add(
        "cosign: too large",
        () ->
            new Material.CosignSignature(
                Bytes.wrap(new byte[Verifier.MAX_BYTES + 1]), good.get().annotations()),
        Asked.signed(),
        ROOT,
        Reason.TOO_LARGE);
    add(
        "cosign: a key's, with the certificate of another",
        good::get,
        Asked.signedWith(KEYS.getPublic()),
        ROOT,
        Reason.WRONG_KEY);
    add(
        "cosign: SHA-512 with P-384",
        () -> SignaturePlan.keyed(WORLD, P384).algorithm("SHA512withECDSA").cosign(Asked.payload()),
        Asked.signedWith(P384.getPublic()),
        ROOT,
        Reason.BAD_SIGNATURE);
    add(
        "cosign: too late",
        () -> keyless().at(MintedWorld.SIGNED.plusSeconds(3600)).cosign(Asked.payload()),
        Asked.signed(),
        ROOT,
        Reason.CERTIFICATE_NOT_VALID);
    Demand bundles =
        new Demand(
            Asked.MINTED, new Statement.Signed(), Set.of(Format.BUNDLE_0_3), Demand.Log.REQUIRED);
    add("cosign: switched off", good::get, bundles, ROOT, Reason.FORMAT_NOT_ALLOWED);
  }

  private void cosign(String name, Reason reason, Consumer<Map<String, String>> edit) {
    add(name, () -> edited(keyless().cosign(Asked.payload()), edit), Asked.signed(), ROOT, reason);
  }

  private static Material edited(
      Material.CosignSignature good, Consumer<Map<String, String>> edit) {
    Map<String, String> annotations = new HashMap<>(good.annotations());
    edit.accept(annotations);
    return new Material.CosignSignature(good.payload(), annotations);
  }

  private void entry(String name, Reason reason, Consumer<JsonTree> edit) {
    cosign(
        name,
        reason,
        annotations -> {
          JsonTree entry = JsonTree.parse(annotations.getOrDefault(BUNDLE, ""));
          edit.accept(entry);
          annotations.put(BUNDLE, entry.toString());
        });
  }

  private void payload(String name, String payload, Demand demand, Reason reason) {
    add(name, () -> keyless().cosign(payload), demand, ROOT, reason);
  }
}
