package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.mint.MintedLog;
import io.policyc.signatures.mint.MintedWorld;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is different in Rekor 2, and logs that are retired.
final class AlteredRekor2Test extends AlteredTable {
  @Override
  void rows() {
    proofs();
    logs();
    bodies();
  }

  private void proofs() {
    image(
        "Rekor 2 without timestamp", Reason.NO_PROVEN_TIME, keyless().log(WORLD.second()), _ -> {});
    image(
        "Rekor 2 without proof",
        Reason.NO_INCLUSION_PROOF,
        keyless().second(),
        b -> b.remove(PROOF));
    image(
        "Rekor 2 in 0.1", Reason.NO_INCLUSION_PROMISE, keyless().version("0.1").second(), _ -> {});
    image(
        "another place in Rekor 2",
        Reason.BAD_INCLUSION_PROOF,
        keyless().second(),
        b -> b.text(ENTRY + ".logIndex", "1"));
  }

  private void logs() {
    MintedLog moved = MintedLog.create(true, "moved.example", WORLD.second().keys());
    TrustRoot.Log named = WORLD.second().log();
    TrustRoot.Log byMoved =
        new TrustRoot.Log(
            named.baseUrl(), Bytes.wrap(moved.id()), named.key(), named.scheme(), named.period());
    TrustRoot root = WORLD.trustRoot().log(byMoved).root();
    add(
        "a checkpoint of another host",
        () -> Asked.bundle(keyless().log(moved).stampedAt(MintedWorld.SIGNED).statement(signing())),
        Asked.signed(),
        root,
        Reason.BAD_CHECKPOINT);
    TrustRoot.Period over =
        new TrustRoot.Period(
            Instant.parse("2020-01-01T00:00:00Z"),
            Optional.of(Instant.parse("2023-01-01T00:00:00Z")));
    TrustRoot retired =
        new TrustRoot(
            ROOT.authorities(),
            ROOT.certificateLogs(),
            List.of(WORLD.first().log(over), WORLD.second().log(over)),
            ROOT.timestampAuthorities());
    add(
        "a Rekor 2 that is retired",
        () -> Asked.bundle(keyless().second().statement(signing())),
        Asked.signed(),
        retired,
        Reason.BAD_CHECKPOINT);
    add(
        "a Rekor 1 that is retired",
        () -> Asked.bundle(keyless().statement(signing())),
        Asked.signed(),
        retired,
        Reason.BAD_INCLUSION_PROMISE);
  }

  private void bodies() {
    v2(
        "the record's digest in Rekor 2",
        "data.digest",
        base64(new byte[32]),
        Reason.LOG_ENTRY_MISMATCH);
    v2("the record's hash in Rekor 2", "data.algorithm", "SHA2_224", Reason.MALFORMED_LOG_ENTRY);
    v2("the record's signature in Rekor 2", "signature.content", "AAAA", Reason.LOG_ENTRY_MISMATCH);
    v2(
        "the record's certificate in Rekor 2",
        "signature.verifier.x509Certificate.rawBytes",
        base64(WORLD.leaf().der()),
        Reason.LOG_ENTRY_MISMATCH);
  }

  private void v2(String name, String path, String text, Reason reason) {
    image(
        name,
        reason,
        keyless().second().body(b -> b.text("spec.hashedRekordV002." + path, text)),
        _ -> {});
  }
}
