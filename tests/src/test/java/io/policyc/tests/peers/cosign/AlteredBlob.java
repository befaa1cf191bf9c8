package io.policyc.tests.peers.cosign;

import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.LeafPlan;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedCertificateLog;
import io.policyc.signatures.mint.MintedLog;
import io.policyc.signatures.mint.MintedTimestampAuthority;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/// Bundles that the mint makes, good and altered.
///
/// @param name what is altered
/// @param base how it was signed
/// @param json the bundle
record AlteredBlob(String name, Base base, String json) {
  static final byte[] CONTENT = Bytes8.of("content of a blob");

  /// How a bundle is signed.
  enum Base {
    LOG_1,
    LOG_2,
    STAMP
  }

  private static final String ENTRY = "verificationMaterial.tlogEntries.0.";
  private static final String STAMP =
      "verificationMaterial.timestampVerificationData.rfc3161Timestamps";

  static List<AlteredBlob> all(MintedWorld world) {
    List<AlteredBlob> all = new ArrayList<>();
    for (Base base : Base.values()) {
      plans(world)
          .forEach(
              plan ->
                  all.add(
                      new AlteredBlob(
                          plan.name,
                          base,
                          signed(world, base, plan.leaf.apply(world.leafPlan()), plan.change)
                              .toString())));
      edits(base)
          .forEach(
              edit -> {
                JsonTree tree = signed(world, base, world.leafPlan(), UnaryOperator.identity());
                edit.change.accept(tree);
                all.add(new AlteredBlob(edit.name, base, tree.toString()));
              });
    }
    return all;
  }

  private static JsonTree signed(
      MintedWorld world, Base base, LeafPlan leaf, UnaryOperator<SignaturePlan> change) {
    SignaturePlan plan = SignaturePlan.keyless(world, leaf.mint());
    plan =
        switch (base) {
          case LOG_1 -> plan;
          case LOG_2 -> plan.second();
          case STAMP -> plan.unlogged().stampedAt(MintedWorld.SIGNED);
        };
    return change.apply(plan).message(CONTENT);
  }

  private record Plan(
      String name, Function<LeafPlan, LeafPlan> leaf, UnaryOperator<SignaturePlan> change) {}

  private record Edit(String name, Consumer<JsonTree> change) {}

  private static Plan leaf(String name, Function<LeafPlan, LeafPlan> leaf) {
    return new Plan(name, leaf, UnaryOperator.identity());
  }

  private static Plan plan(String name, UnaryOperator<SignaturePlan> change) {
    return new Plan(name, Function.identity(), change);
  }

  private static List<Plan> plans(MintedWorld world) {
    MintedAuthority stranger = MintedAuthority.create("stranger");
    MintedCertificateLog unknown = MintedCertificateLog.create();
    return List.of(
        leaf("nothing", one -> one),
        leaf("another extension", one -> one.text("12", "https://example.com/source")),
        leaf("no promise of a certificate log", _ -> named(world.authority().leaf())),
        leaf(
            "the promise of an unknown certificate log",
            _ -> named(world.authority().leaf()).promisedBy(unknown)),
        leaf(
            "two promises, one of them of an unknown log",
            _ ->
                named(world.authority().leaf())
                    .promisedBy(unknown)
                    .promisedBy(world.certificateLog())),
        leaf("another authority", _ -> named(stranger.leaf()).promisedBy(world.certificateLog())),
        leaf("for servers, not for code", one -> one.purposes(KeyPurposeId.id_kp_serverAuth)),
        leaf(
            "for servers and for code",
            one -> one.purposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_codeSigning)),
        leaf("for nothing in particular", one -> one.purposes()),
        leaf(
            "another subject",
            _ ->
                world
                    .authority()
                    .leaf()
                    .uri("https://example.com/else")
                    .issuer(MintedWorld.ISSUER)
                    .promisedBy(world.certificateLog())),
        leaf(
            "another issuer",
            _ ->
                world
                    .authority()
                    .leaf()
                    .uri(MintedWorld.SUBJECT)
                    .issuer("https://example.com")
                    .promisedBy(world.certificateLog())),
        leaf(
            "no issuer",
            _ ->
                world
                    .authority()
                    .leaf()
                    .uri(MintedWorld.SUBJECT)
                    .promisedBy(world.certificateLog())),
        leaf(
            "the subject as a host, not as a URI",
            _ ->
                world
                    .authority()
                    .leaf()
                    .dns("github.com")
                    .issuer(MintedWorld.ISSUER)
                    .promisedBy(world.certificateLog())),
        leaf("a second subject", one -> one.email("else@example.com")),
        leaf(
            "expired when it was signed",
            one -> one.valid(LeafPlan.BORN.minusSeconds(900), LeafPlan.BORN)),
        leaf(
            "valid after it was signed only",
            one -> one.valid(LeafPlan.BORN.plusSeconds(300), LeafPlan.BORN.plusSeconds(900))),
        plan("version 0.2", one -> one.version("0.2")),
        plan("version 0.1", one -> one.version("0.1")),
        plan("another kind of hash", one -> one.algorithm("SHA512withECDSA")));
  }

  private static LeafPlan named(LeafPlan plan) {
    return plan.uri(MintedWorld.SUBJECT).issuer(MintedWorld.ISSUER);
  }

  private static Edit edit(String name, Consumer<JsonTree> change) {
    return new Edit(name, change);
  }

  private static Edit flip(String path) {
    return edit(
        "flipped: " + path,
        tree -> {
          byte[] bytes = java.util.Base64.getDecoder().decode(tree.text(path));
          bytes[bytes.length - 1] ^= 1;
          tree.text(path, Spoil.base64(bytes));
        });
  }

  private static Edit gone(String path) {
    return edit("gone: " + path, tree -> tree.remove(path));
  }

  private static Edit text(String path, String text) {
    return edit(path + " = " + text, tree -> tree.text(path, text));
  }

  private static List<Edit> edits(Base base) {
    List<Edit> edits = new ArrayList<>(everywhere());
    if (base != Base.STAMP) {
      edits.addAll(logged());
    }
    if (base == Base.LOG_1) {
      edits.add(text(ENTRY + "integratedTime", "1717243300"));
      edits.add(gone(ENTRY + "integratedTime"));
      edits.add(flip(ENTRY + "inclusionPromise.signedEntryTimestamp"));
      edits.add(gone(ENTRY + "inclusionPromise"));
    } else {
      edits.add(edit("a timestamp twice", tree -> tree.repeat(STAMP + ".0", 1)));
      edits.add(edit("no timestamp", tree -> tree.set(STAMP, "[]")));
      edits.add(flip(STAMP + ".0.signedTimestamp"));
      edits.add(
          edit(
              "stamped by others", tree -> tree.text(STAMP + ".0.signedTimestamp", strange(tree))));
      edits.add(
          edit(
              "a stamp of others beside",
              tree -> {
                tree.repeat(STAMP + ".0", 1);
                tree.text(STAMP + ".1.signedTimestamp", strange(tree));
              }));
    }
    return edits;
  }

  private static String strange(JsonTree tree) {
    byte[] signature =
        java.util.Base64.getDecoder().decode(tree.text("messageSignature.signature"));
    return Spoil.base64(MintedTimestampAuthority.create().stamp(signature, MintedWorld.SIGNED));
  }

  private static List<Edit> everywhere() {
    return List.of(
        flip("messageSignature.signature"),
        flip("messageSignature.messageDigest.digest"),
        text("messageSignature.messageDigest.algorithm", "SHA2_512"),
        gone("messageSignature.messageDigest"),
        gone("messageSignature.signature"),
        gone("messageSignature"),
        gone("verificationMaterial"),
        gone("verificationMaterial.certificate"),
        gone("mediaType"),
        text("mediaType", "application/vnd.dev.sigstore.bundle.v0.4+json"),
        text("mediaType", "application/vnd.dev.sigstore.bundle+json;version=0.3"),
        text("unheardOf", "x"),
        flip("verificationMaterial.certificate.rawBytes"),
        edit(
            "a chain where one certificate is wanted",
            tree -> {
              String raw = tree.json("verificationMaterial.certificate");
              tree.remove("verificationMaterial.certificate");
              tree.set(
                  "verificationMaterial.x509CertificateChain", "{\"certificates\":[" + raw + "]}");
            }));
  }

  private static List<Edit> logged() {
    MintedLog other = MintedLog.create(false, "rekor.minted.example", Keys.p256());
    return List.of(
        edit("no entry", tree -> tree.set("verificationMaterial.tlogEntries", "[]")),
        edit("an entry twice", tree -> tree.repeat("verificationMaterial.tlogEntries.0", 1)),
        text(ENTRY + "logIndex", "7"),
        text(ENTRY + "logIndex", "-1"),
        text(ENTRY + "logId.keyId", Spoil.base64(other.id())),
        text(ENTRY + "kindVersion.kind", "dsse"),
        text(ENTRY + "kindVersion.version", "0.0.9"),
        gone(ENTRY + "kindVersion"),
        flip(ENTRY + "canonicalizedBody"),
        gone(ENTRY + "canonicalizedBody"),
        gone(ENTRY + "inclusionProof"),
        gone(ENTRY + "inclusionProof.checkpoint"),
        text(ENTRY + "inclusionProof.checkpoint.envelope", "nothing"),
        edit(
            "a checkpoint signed by another log",
            tree ->
                tree.text(
                    ENTRY + "inclusionProof.checkpoint.envelope",
                    other.checkpoint(
                        java.util.Base64.getDecoder()
                            .decode(tree.text(ENTRY + "inclusionProof.rootHash")),
                        Long.parseLong(tree.text(ENTRY + "inclusionProof.treeSize"))))),
        flip(ENTRY + "inclusionProof.rootHash"),
        flip(ENTRY + "inclusionProof.hashes.0"),
        gone(ENTRY + "inclusionProof.hashes.0"),
        text(ENTRY + "inclusionProof.treeSize", "8"),
        text(ENTRY + "inclusionProof.treeSize", "0"),
        text(ENTRY + "inclusionProof.logIndex", "4"));
  }
}
