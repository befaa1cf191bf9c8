package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Json;
import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedLog;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import io.policyc.signatures.sigstore.envelope.Envelope;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/// Good signatures, each altered in one place, and the reason for which it must be refused.
final class Alterations {
  /// One of them.
  ///
  /// @param name what was altered
  record Altered(String name, Material material, Demand demand, TrustRoot root, Reason reason) {
    @Override
    public String toString() {
      return name + " → " + reason.id();
    }
  }

  static final MintedWorld WORLD = MintedWorld.create();
  static final MintedWorld OTHER = MintedWorld.create();
  static final TrustRoot ROOT = WORLD.root();
  static final MintedLeaf LEAF = WORLD.leaf();
  static final KeyPair KEYS = Keys.p256();
  static final String ENTRY = "verificationMaterial.tlogEntries.0";
  static final String PROOF = ENTRY + ".inclusionProof";
  static final String SIG = "dsseEnvelope.signatures.0.sig";
  static final String STAMP =
      "verificationMaterial.timestampVerificationData.rfc3161Timestamps.0.signedTimestamp";

  private final List<Altered> all = new ArrayList<>();

  /// All of them.
  static List<Altered> all() {
    Alterations alterations = new Alterations();
    alterations.shapes();
    alterations.contents();
    alterations.signatures();
    alterations.entries();
    alterations.bodies();
    alterations.checkpoints();
    alterations.second();
    alterations.times();
    alterations.certificates();
    alterations.identities();
    alterations.legacy();
    alterations.legacyAttestations();
    return alterations.all;
  }

  static SignaturePlan keyless() {
    return SignaturePlan.keyless(WORLD, LEAF);
  }

  static SignaturePlan keyed() {
    return SignaturePlan.keyed(WORLD, KEYS);
  }

  private void add(String name, Material material, Demand demand, TrustRoot root, Reason reason) {
    all.add(new Altered(name, material, demand, root, reason));
  }

  private void add(String name, JsonTree bundle, Demand demand, Reason reason) {
    add(name, Asked.bundle(bundle), demand, ROOT, reason);
  }

  /// Alters a bundle that signs an image.
  private void image(String name, Reason reason, Consumer<JsonTree> edit) {
    image(name, reason, keyless(), edit);
  }

  private void image(String name, Reason reason, SignaturePlan plan, Consumer<JsonTree> edit) {
    JsonTree bundle = plan.statement(Asked.signing());
    edit.accept(bundle);
    add(name, bundle, Asked.signed(), reason);
  }

  /// Alters a bundle that signs a blob.
  private void blob(String name, Reason reason, Consumer<JsonTree> edit) {
    JsonTree bundle = keyless().message(CONTENT);
    edit.accept(bundle);
    add(name, bundle, Asked.blob(), reason);
  }

  private void raw(String name, Reason reason, String json) {
    add(name, new Material.Bundle(Bytes.wrap(json.getBytes(UTF_8))), Asked.signed(), ROOT, reason);
  }

  private void shapes() {
    String good = keyless().statement(Asked.signing()).toString();
    raw("empty", Reason.MALFORMED_BUNDLE, "");
    raw("no json", Reason.MALFORMED_BUNDLE, "signed, really");
    raw("a list", Reason.MALFORMED_BUNDLE, "[" + good + "]");
    raw("two documents", Reason.MALFORMED_BUNDLE, good + good);
    raw("cut short", Reason.MALFORMED_BUNDLE, good.substring(0, good.length() - 1));
    raw(
        "a name twice",
        Reason.MALFORMED_BUNDLE,
        good.replace("{\"mediaType\"", "{\"mediaType\":\"x\",\"mediaType\""));
    raw("a comment", Reason.MALFORMED_BUNDLE, "/* hi */" + good);
    raw("too large", Reason.TOO_LARGE, good + " ".repeat(Verifier.MAX_BYTES));
    raw("too deep", Reason.MALFORMED_BUNDLE, "[".repeat(200) + "]".repeat(200));
    for (String type :
        List.of(
            "application/vnd.dev.sigstore.bundle+json;version=0.4",
            "application/vnd.dev.sigstore.bundle.v0.4+json",
            "application/vnd.dev.sigstore.bundle.v0.3+json ",
            "application/vnd.dev.sigstore.bundle+json",
            "Application/vnd.dev.sigstore.bundle.v0.3+json",
            "")) {
      image("media type `" + type + "`", Reason.UNKNOWN_FORMAT, b -> b.text("mediaType", type));
    }
    image("media type a number", Reason.MALFORMED_BUNDLE, b -> b.set("mediaType", "3"));
    for (String gone :
        List.of(
            "mediaType",
            "verificationMaterial",
            "verificationMaterial.certificate",
            "verificationMaterial.certificate.rawBytes",
            "dsseEnvelope",
            "dsseEnvelope.payload",
            "dsseEnvelope.payloadType",
            "dsseEnvelope.signatures",
            SIG,
            ENTRY + ".logId",
            ENTRY + ".logId.keyId",
            ENTRY + ".kindVersion",
            ENTRY + ".kindVersion.kind",
            ENTRY + ".kindVersion.version",
            ENTRY + ".canonicalizedBody",
            PROOF + ".rootHash",
            PROOF + ".checkpoint",
            PROOF + ".checkpoint.envelope")) {
      image("without " + gone, Reason.MALFORMED_BUNDLE, b -> b.remove(gone));
      if (!gone.equals("mediaType")) {
        image("null instead of " + gone, Reason.MALFORMED_BUNDLE, b -> b.set(gone, "null"));
      }
    }
    for (String number :
        List.of(
            ENTRY + ".logIndex",
            ENTRY + ".integratedTime",
            PROOF + ".treeSize",
            PROOF + ".logIndex")) {
      image(number + " negative", Reason.MALFORMED_BUNDLE, b -> b.text(number, "-1"));
      image(
          number + " beyond all",
          Reason.MALFORMED_BUNDLE,
          b -> b.text(number, "9999999999999999999"));
      image(number + " no number", Reason.MALFORMED_BUNDLE, b -> b.set(number, "true"));
    }
    for (String base64 :
        List.of(SIG, "dsseEnvelope.payload", ENTRY + ".canonicalizedBody", PROOF + ".hashes.0")) {
      image(
          base64 + " no base64",
          Reason.MALFORMED_BUNDLE,
          b -> b.text(base64, "!" + b.text(base64)));
      image(
          base64 + " with a blank",
          Reason.MALFORMED_BUNDLE,
          b -> b.text(base64, b.text(base64) + " "));
    }
    image("two signatures", Reason.MALFORMED_BUNDLE, b -> b.repeat("dsseEnvelope.signatures.0", 1));
    image("no signatures", Reason.MALFORMED_BUNDLE, b -> b.set("dsseEnvelope.signatures", "[]"));
    image("33 entries", Reason.MALFORMED_BUNDLE, b -> b.repeat(ENTRY, 32));
    image(
        "33 timestamps",
        Reason.MALFORMED_BUNDLE,
        keyless().stampedAt(MintedWorld.SIGNED),
        b -> b.repeat(STAMP.replace(".signedTimestamp", ""), 32));
    image("65 hashes", Reason.MALFORMED_BUNDLE, b -> b.repeat(PROOF + ".hashes.0", 65));
    image(
        "entries no list",
        Reason.MALFORMED_BUNDLE,
        b -> b.set("verificationMaterial.tlogEntries", "{}"));
    image(
        "entries of numbers",
        Reason.MALFORMED_BUNDLE,
        b -> b.set("verificationMaterial.tlogEntries", "[1]"));
    image("a chain in 0.3", Reason.MALFORMED_BUNDLE, b -> chain(b));
    image(
        "an empty chain in 0.2",
        Reason.MALFORMED_BUNDLE,
        keyless().version("0.2"),
        b -> b.set("verificationMaterial.x509CertificateChain.certificates", "[]"));
    image(
        "17 certificates in 0.2",
        Reason.MALFORMED_BUNDLE,
        keyless().version("0.2"),
        b -> b.repeat("verificationMaterial.x509CertificateChain.certificates.0", 16));
    image(
        "certificate and key",
        Reason.MALFORMED_BUNDLE,
        b -> b.set("verificationMaterial.publicKey", "{}"));
    image(
        "two contents",
        Reason.MALFORMED_BUNDLE,
        b -> b.set("messageSignature", "{\"signature\":\"AAAA\"}"));
    blob(
        "another hash",
        Reason.MALFORMED_BUNDLE,
        b -> b.text("messageSignature.messageDigest.algorithm", "MD5"));
    blob(
        "a digest too short",
        Reason.MALFORMED_BUNDLE,
        b -> b.text("messageSignature.messageDigest.digest", "AAAA"));
    image(
        "a certificate of garbage",
        Reason.MALFORMED_CERTIFICATE,
        b -> b.text("verificationMaterial.certificate.rawBytes", "AAAA"));
    image(
        "bytes after the certificate",
        Reason.MALFORMED_CERTIFICATE,
        b ->
            b.text(
                "verificationMaterial.certificate.rawBytes",
                base64(concat(LEAF.der(), new byte[] {0}))));
    image(
        "an issuer of garbage",
        Reason.MALFORMED_CERTIFICATE,
        keyless().version("0.2"),
        b ->
            b.set(
                "verificationMaterial.x509CertificateChain.certificates.1",
                "{\"rawBytes\":\"AAAA\"}"));
    Demand older =
        new Demand(
            Asked.MINTED, new Statement.Signed(), Set.of(Format.BUNDLE_0_1), Demand.Log.REQUIRED);
    add(
        "a format switched off",
        keyless().statement(Asked.signing()),
        older,
        Reason.FORMAT_NOT_ALLOWED);
  }

  private static void chain(JsonTree bundle) {
    String one = bundle.json("verificationMaterial.certificate");
    bundle.remove("verificationMaterial.certificate");
    bundle.set("verificationMaterial.x509CertificateChain", "{\"certificates\":[" + one + "]}");
  }

  private void contents() {
    envelope(
        "another digest",
        Asked.signing().replace(Asked.DIGEST.hex(), "0".repeat(64)),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    envelope(
        "the digest under another algorithm",
        Asked.signing().replace("\"sha256\"", "\"sha512\""),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    envelope(
        "the digest in capitals",
        Asked.signing().replace(Asked.DIGEST.hex(), Asked.DIGEST.hex().toUpperCase(Locale.ROOT)),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    envelope(
        "no subject",
        Asked.signing().replaceFirst("\"subject\":\\[[^]]*]", "\"subject\":[]"),
        Asked.signed(),
        Reason.WRONG_DIGEST);
    envelope(
        "a subject without digest",
        Asked.signing().replaceFirst("\"digest\":\\{[^}]*}", "\"name\":\"x\""),
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    envelope(
        "no statement",
        "{\"_type\":\"https://example.com\",\"subject\":[],\"predicateType\":\"x\"}",
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    envelope(
        "a statement of version 2",
        Asked.signing().replace("Statement/v1", "Statement/v2"),
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    envelope("a payload of garbage", "signed", Asked.signed(), Reason.MALFORMED_STATEMENT);
    envelope(
        "no predicate type",
        Asked.signing().replace("\"predicateType\"", "\"predicatetype\""),
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    envelope(
        "a name twice in the statement",
        Asked.signing().replace("{\"_type\"", "{\"subject\":[],\"_type\""),
        Asked.signed(),
        Reason.MALFORMED_STATEMENT);
    envelope(
        "an attestation for a signature",
        Asked.provenance(),
        Asked.signed(),
        Reason.NOT_A_SIGNATURE);
    envelope(
        "a scan for a signature",
        Asked.statement("https://cosign.sigstore.dev/attestation/vuln/v1"),
        Asked.signed(),
        Reason.NOT_A_SIGNATURE);
    envelope(
        "a signature's type with a slash",
        Asked.statement(Statement.COSIGN_SIGN + "/"),
        Asked.signed(),
        Reason.NOT_A_SIGNATURE);
    envelope(
        "a signature for an attestation",
        Asked.signing(),
        Asked.attested(),
        Reason.WRONG_PREDICATE_TYPE);
    envelope(
        "an older attestation",
        Asked.statement("https://slsa.dev/provenance/v0.2"),
        Asked.attested(),
        Reason.WRONG_PREDICATE_TYPE);
    add(
        "another payload type",
        keyless().envelope("application/vnd.in-toto", Asked.signing().getBytes(UTF_8)),
        Asked.signed(),
        Reason.MALFORMED_ENVELOPE);
    add(
        "a payload type with parameters",
        keyless().envelope(Envelope.IN_TOTO + "; charset=utf-8", Asked.signing().getBytes(UTF_8)),
        Asked.signed(),
        Reason.MALFORMED_ENVELOPE);
    add(
        "a message for a signature",
        keyless().message(CONTENT),
        Asked.signed(),
        Reason.NOT_A_SIGNATURE);
    add(
        "a message for an attestation",
        keyless().message(CONTENT),
        Asked.attested(),
        Reason.WRONG_PREDICATE_TYPE);
    add(
        "a message of something else",
        keyless().message("other".getBytes(UTF_8)),
        Asked.blob(),
        Reason.WRONG_DIGEST);
    blob(
        "a digest claimed of something else",
        Reason.WRONG_DIGEST,
        b -> b.text("messageSignature.messageDigest.digest", base64(new byte[32])));
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
    add(name, keyless().statement(statement), demand, reason);
  }

  private void condition(String name, String pointer, Condition.Test test) {
    envelope(
        name,
        Asked.provenance(),
        Asked.attested(new Condition(pointer, test)),
        Reason.CONDITION_NOT_MET);
  }

  private void signatures() {
    image("a bit of the signature", Reason.BAD_SIGNATURE, b -> flip(b, SIG, 20));
    image("an empty signature", Reason.BAD_SIGNATURE, b -> b.text(SIG, ""));
    image("a long signature", Reason.BAD_SIGNATURE, b -> b.text(SIG, base64(new byte[5000])));
    image(
        "a signature by another",
        Reason.BAD_SIGNATURE,
        b -> b.text(SIG, keyed().statement(Asked.signing()).text(SIG)));
    image(
        "the payload",
        Reason.BAD_SIGNATURE,
        b -> b.text("dsseEnvelope.payload", base64((Asked.signing() + " ").getBytes(UTF_8))));
    image(
        "the certificate",
        Reason.BAD_SIGNATURE,
        b -> b.text("verificationMaterial.certificate.rawBytes", base64(WORLD.leaf().der())));
    blob(
        "a bit of the message's signature",
        Reason.BAD_SIGNATURE,
        b -> flip(b, "messageSignature.signature", 20));
    image("no certificate", Reason.NO_CERTIFICATE, keyed(), _ -> {});
    Demand key = Asked.signedWith(KEYS.getPublic());
    add(
        "a certificate of another key",
        keyless().statement(Asked.signing()),
        key,
        Reason.WRONG_KEY);
    add(
        "another key",
        SignaturePlan.keyed(WORLD, Keys.p256()).statement(Asked.signing()),
        key,
        Reason.BAD_SIGNATURE);
    add(
        "a key of another kind",
        SignaturePlan.keyed(WORLD, Keys.ed25519()).statement(Asked.signing()),
        key,
        Reason.BAD_SIGNATURE);
    KeyPair weak = Keys.rsa(1024);
    add(
        "a weak key",
        SignaturePlan.keyed(WORLD, weak).statement(Asked.signing()),
        Asked.signedWith(weak.getPublic()),
        Reason.UNSUPPORTED_KEY);
    MintedLeaf weakLeaf =
        WORLD
            .authority()
            .leaf(weak)
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .promisedBy(WORLD.certificateLog())
            .mint();
    add(
        "a certificate of a weak key",
        SignaturePlan.keyless(WORLD, weakLeaf).statement(Asked.signing()),
        Asked.signed(),
        Reason.UNSUPPORTED_KEY);
    KeyPair edwards = Keys.ed25519();
    Demand blobByEdwards = Asked.by(new Signers.Key(edwards.getPublic()), new Statement.Blob());
    JsonTree pure = SignaturePlan.keyed(WORLD, edwards).message(CONTENT);
    pure.remove("messageSignature.messageDigest");
    pure.text(
        "messageSignature.signature", base64(Keys.sign("Ed25519", edwards.getPrivate(), CONTENT)));
    add("Ed25519 without hashing over a message", pure, blobByEdwards, Reason.BAD_SIGNATURE);
    KeyPair p384 = Keys.p384();
    JsonTree byDigest = SignaturePlan.keyed(WORLD, p384).message(CONTENT);
    byDigest.remove("messageSignature.messageDigest");
    add(
        "SHA-384 where only SHA-256 is known",
        byDigest,
        Asked.by(new Signers.Key(p384.getPublic()), new Statement.Blob()),
        Reason.BAD_SIGNATURE);
  }

  private void entries() {
    image("no entries", Reason.NO_LOG_ENTRY, b -> b.set("verificationMaterial.tlogEntries", "[]"));
    image("no proof", Reason.NO_INCLUSION_PROOF, b -> b.remove(PROOF));
    image(
        "no proof in 0.2",
        Reason.NO_INCLUSION_PROOF,
        keyless().version("0.2"),
        b -> b.remove(PROOF));
    image(
        "no promise in 0.1",
        Reason.NO_INCLUSION_PROMISE,
        keyless().version("0.1"),
        b -> b.remove(ENTRY + ".inclusionPromise"));
    image("an entry twice", Reason.DUPLICATE_LOG_ENTRY, b -> b.repeat(ENTRY, 1));
    image(
        "another log",
        Reason.UNKNOWN_LOG,
        b -> b.text(ENTRY + ".logId.keyId", base64(new byte[32])));
    image(
        "a log's id cut short",
        Reason.UNKNOWN_LOG,
        b -> b.text(ENTRY + ".logId.keyId", base64(Arrays.copyOf(WORLD.first().id(), 4))));
    add(
        "a log that nobody names",
        keyless().log(OTHER.first()).statement(Asked.signing()),
        Asked.signed(),
        Reason.UNKNOWN_LOG);
    add(
        "a time of a log that nobody names",
        keyless().log(OTHER.first()).statement(Asked.signing()),
        Asked.signed().withLog(Demand.Log.IF_PRESENT),
        Reason.UNKNOWN_LOG);
    image(
        "the log's other key",
        Reason.BAD_INCLUSION_PROMISE,
        b -> b.text(ENTRY + ".logId.keyId", base64(WORLD.second().id())));
    image(
        "the time",
        Reason.BAD_INCLUSION_PROMISE,
        b -> b.text(ENTRY + ".integratedTime", "1717243321"));
    image("no time", Reason.BAD_INCLUSION_PROMISE, b -> b.remove(ENTRY + ".integratedTime"));
    image("the index", Reason.BAD_INCLUSION_PROMISE, b -> b.text(ENTRY + ".logIndex", "7"));
    image(
        "the promise",
        Reason.BAD_INCLUSION_PROMISE,
        b -> flip(b, ENTRY + ".inclusionPromise.signedEntryTimestamp", 20));
    image(
        "an empty promise",
        Reason.BAD_INCLUSION_PROMISE,
        b -> b.text(ENTRY + ".inclusionPromise.signedEntryTimestamp", ""));
    image(
        "the place in the tree", Reason.BAD_INCLUSION_PROOF, b -> b.text(PROOF + ".logIndex", "0"));
    image(
        "a place outside of the tree",
        Reason.BAD_INCLUSION_PROOF,
        b -> b.text(PROOF + ".logIndex", b.text(PROOF + ".treeSize")));
    image("the tree's size", Reason.BAD_INCLUSION_PROOF, b -> b.text(PROOF + ".treeSize", "6"));
    image("a size of one", Reason.BAD_INCLUSION_PROOF, b -> b.text(PROOF + ".treeSize", "1"));
    image("a hash", Reason.BAD_INCLUSION_PROOF, b -> flip(b, PROOF + ".hashes.0", 3));
    image("a hash less", Reason.BAD_INCLUSION_PROOF, b -> b.remove(PROOF + ".hashes.0"));
    image("a hash more", Reason.BAD_INCLUSION_PROOF, b -> b.repeat(PROOF + ".hashes.0", 1));
    image("no hashes", Reason.BAD_INCLUSION_PROOF, b -> b.set(PROOF + ".hashes", "[]"));
    image("the root", Reason.BAD_INCLUSION_PROOF, b -> flip(b, PROOF + ".rootHash", 3));
    image(
        "a proof of another entry",
        Reason.BAD_INCLUSION_PROOF,
        b -> b.set(PROOF, keyless().statement(Asked.signing()).json(PROOF)));
  }

  private void bodies() {
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
        b -> b.set(ENTRY, keyless().statement(Asked.provenance()).json(ENTRY)));
    image(
        "an entry without signature",
        Reason.UNSUPPORTED_LOG_ENTRY,
        keyless().kind("intoto/0.0.1"),
        _ -> {});
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
        b -> b.set(ENTRY, keyless().statement(Asked.signing()).json(ENTRY)));
    add(
        "another key in the log",
        keyed()
            .body(
                b ->
                    b.text(
                        "spec.signatures.0.verifier",
                        base64(
                            Keys.pem("PUBLIC KEY", Keys.p256().getPublic().getEncoded())
                                .getBytes(UTF_8))))
            .statement(Asked.signing()),
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
    add(name, keyless().body(edit).message(CONTENT), Asked.blob(), reason);
  }

  private void checkpoints() {
    checkpoint("no checkpoint", _ -> "");
    checkpoint(
        "a checkpoint without signatures", note -> note.substring(0, note.indexOf("\n\n") + 2));
    checkpoint("no empty line", note -> note.replace("\n\n", "\n"));
    checkpoint("the checkpoint's root", note -> line(note, 2, base64(new byte[32])));
    checkpoint("the checkpoint's size", note -> line(note, 1, "8"));
    checkpoint("a size of letters", note -> line(note, 1, "all"));
    checkpoint("a root of garbage", note -> line(note, 2, "!"));
    checkpoint("a short root", note -> line(note, 2, "AAAA"));
    checkpoint("the origin", note -> line(note, 0, "rekor.minted.example - 7"));
    checkpoint("an empty origin", note -> line(note, 0, ""));
    checkpoint(
        "the signer's name",
        note -> note.replace("— rekor.minted.example", "— rekor.other.example"));
    checkpoint("another dash", note -> note.replace("—", "-"));
    checkpoint("the key's hint", note -> rewrite(note, bytes -> bytes[0]++));
    checkpoint("the note's signature", note -> rewrite(note, bytes -> bytes[20]++));
    checkpoint(
        "a signature cut short",
        note -> note.substring(0, note.lastIndexOf(' ') + 1) + "AAAAAA==\n");
    checkpoint("101 signatures", note -> note + note.substring(note.indexOf("— ")).repeat(100));
    checkpoint("a text of another", note -> note.replace("\n\n", "\nmore\n\n"));
    checkpoint("a line without signature", note -> note + "— x\n");
  }

  private void checkpoint(String name, Function<String, String> edit) {
    String at = PROOF + ".checkpoint.envelope";
    image(name, Reason.BAD_CHECKPOINT, b -> b.text(at, edit.apply(b.text(at))));
  }

  private static String line(String note, int number, String text) {
    String[] lines = note.split("\n", -1);
    lines[number] = text;
    return String.join("\n", lines);
  }

  private static String rewrite(String note, Consumer<byte[]> edit) {
    int at = note.lastIndexOf(' ') + 1;
    byte[] bytes = Base64.getDecoder().decode(note.substring(at).strip());
    edit.accept(bytes);
    return note.substring(0, at) + base64(bytes) + "\n";
  }

  private void second() {
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
    MintedLog moved = MintedLog.create(true, "moved.example", WORLD.second().keys());
    TrustRoot.Log named = WORLD.second().log();
    TrustRoot.Log byMoved =
        new TrustRoot.Log(
            named.baseUrl(), Bytes.wrap(moved.id()), named.key(), named.scheme(), named.period());
    TrustRoot root = WORLD.trustRoot().log(byMoved).root();
    add(
        "a checkpoint of another host",
        Asked.bundle(keyless().log(moved).stampedAt(MintedWorld.SIGNED).statement(Asked.signing())),
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
        Asked.bundle(keyless().second().statement(Asked.signing())),
        Asked.signed(),
        retired,
        Reason.BAD_CHECKPOINT);
    add(
        "a Rekor 1 that is retired",
        Asked.bundle(keyless().statement(Asked.signing())),
        Asked.signed(),
        retired,
        Reason.BAD_INCLUSION_PROMISE);
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

  private void times() {
    Instant late = MintedWorld.SIGNED.plusSeconds(3600);
    image(
        "logged after the certificate ended",
        Reason.CERTIFICATE_NOT_VALID,
        keyless().at(late),
        _ -> {});
    image(
        "logged before the certificate began",
        Reason.CERTIFICATE_NOT_VALID,
        keyless().at(MintedWorld.SIGNED.minusSeconds(3600)),
        _ -> {});
    image(
        "stamped after the certificate ended",
        Reason.CERTIFICATE_NOT_VALID,
        keyless().stampedAt(late),
        _ -> {});
    image(
        "one of two stamps after it ended",
        Reason.CERTIFICATE_NOT_VALID,
        keyless().stampedAt(MintedWorld.SIGNED, late),
        _ -> {});
    image(
        "logged in the future",
        Reason.TIME_IN_FUTURE,
        keyless().at(Asked.NOW.plusSeconds(1)),
        _ -> {});
    image(
        "stamped in the future",
        Reason.TIME_IN_FUTURE,
        keyless().stampedAt(Asked.NOW.plusSeconds(60)),
        _ -> {});
    SignaturePlan stamped = keyless().stampedAt(MintedWorld.SIGNED);
    image("a stamp of garbage", Reason.MALFORMED_TIMESTAMP, stamped, b -> b.text(STAMP, "AAAA"));
    image("an empty stamp", Reason.MALFORMED_TIMESTAMP, stamped, b -> b.text(STAMP, ""));
    image(
        "a stamp of another signature",
        Reason.BAD_TIMESTAMP,
        stamped,
        b -> b.text(STAMP, base64(WORLD.timestamps().stamp(CONTENT, MintedWorld.SIGNED))));
    image(
        "a stamp of nobody known",
        Reason.UNTRUSTED_TIMESTAMP,
        keyless().second(),
        b ->
            b.text(
                STAMP,
                base64(
                    OTHER
                        .timestamps()
                        .stamp(Base64.getDecoder().decode(b.text(SIG)), MintedWorld.SIGNED))));
    add(
        "no time at all",
        keyless().unlogged().statement(Asked.signing()),
        Asked.signed().withLog(Demand.Log.IF_PRESENT),
        Reason.NO_PROVEN_TIME);
    image(
        "a proof without a promise",
        Reason.NO_PROVEN_TIME,
        b -> b.remove(ENTRY + ".inclusionPromise"));
    Demand key = Asked.signedWith(KEYS.getPublic());
    add(
        "a key's signature in the future",
        keyed().at(Asked.NOW.plusSeconds(1)).statement(Asked.signing()),
        key,
        Reason.TIME_IN_FUTURE);
  }

  private void certificates() {
    certificate(
        "another authority",
        OTHER
            .authority()
            .leaf()
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .promisedBy(WORLD.certificateLog())
            .mint(),
        Reason.UNTRUSTED_CERTIFICATE);
    certificate(
        "no promise",
        WORLD.authority().leaf().uri(MintedWorld.SUBJECT).issuer(MintedWorld.ISSUER).mint(),
        Reason.NO_CERTIFICATE_TIMESTAMP);
    certificate(
        "a promise of another log",
        WORLD
            .authority()
            .leaf()
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .promisedBy(OTHER.certificateLog())
            .mint(),
        Reason.BAD_CERTIFICATE_TIMESTAMP);
    certificate(
        "a promise of garbage",
        WORLD
            .authority()
            .leaf()
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .promiseList(new byte[] {0, 1, 2})
            .mint(),
        Reason.BAD_CERTIFICATE_TIMESTAMP);
    certificate("no purpose", WORLD.leafPlan().purposes().mint(), Reason.NOT_FOR_CODE_SIGNING);
    certificate(
        "a server's purpose",
        WORLD.leafPlan().purposes(KeyPurposeId.id_kp_serverAuth).mint(),
        Reason.NOT_FOR_CODE_SIGNING);
    TrustRoot none =
        new TrustRoot(List.of(), ROOT.certificateLogs(), ROOT.logs(), ROOT.timestampAuthorities());
    add(
        "no authorities",
        Asked.bundle(keyless().statement(Asked.signing())),
        Asked.signed(),
        none,
        Reason.UNTRUSTED_CERTIFICATE);
    TrustRoot.Period over =
        new TrustRoot.Period(
            Instant.parse("2020-01-01T00:00:00Z"),
            Optional.of(Instant.parse("2023-01-01T00:00:00Z")));
    TrustRoot retired =
        new TrustRoot(
            List.of(WORLD.authority().authority(over)),
            ROOT.certificateLogs(),
            ROOT.logs(),
            ROOT.timestampAuthorities());
    add(
        "a retired authority",
        Asked.bundle(keyless().statement(Asked.signing())),
        Asked.signed(),
        retired,
        Reason.CERTIFICATE_NOT_VALID);
  }

  private void certificate(String name, MintedLeaf leaf, Reason reason) {
    image(name, reason, SignaturePlan.keyless(WORLD, leaf), _ -> {});
  }

  private void identities() {
    JsonTree bundle = keyless().statement(Asked.signing());
    identity(
        bundle,
        "another subject",
        MintedWorld.SUBJECT + "0",
        MintedWorld.ISSUER,
        Map.of(),
        Reason.WRONG_IDENTITY);
    identity(
        bundle,
        "a subject's beginning",
        MintedWorld.SUBJECT.substring(0, 30),
        MintedWorld.ISSUER,
        Map.of(),
        Reason.WRONG_IDENTITY);
    identity(
        bundle,
        "a star in one segment",
        "https://github.com/*",
        MintedWorld.ISSUER,
        Map.of(),
        Reason.WRONG_IDENTITY);
    identity(
        bundle,
        "another issuer",
        MintedWorld.SUBJECT,
        "https://accounts.example.com",
        Map.of(),
        Reason.WRONG_ISSUER);
    identity(
        bundle,
        "an issuer's beginning",
        "**",
        "https://token.actions.githubusercontent",
        Map.of(),
        Reason.WRONG_ISSUER);
    identity(
        bundle,
        "an extension that is missing",
        MintedWorld.SUBJECT,
        MintedWorld.ISSUER,
        Map.of("1.3.6.1.4.1.57264.1.12", TextRule.of("https://github.com/acme/app")),
        Reason.WRONG_EXTENSION);
    JsonTree extended =
        SignaturePlan.keyless(
                WORLD, WORLD.leafPlan().text("12", "https://github.com/acme/fork").mint())
            .statement(Asked.signing());
    identity(
        extended,
        "another extension",
        MintedWorld.SUBJECT,
        MintedWorld.ISSUER,
        Map.of("1.3.6.1.4.1.57264.1.12", TextRule.of("https://github.com/acme/app")),
        Reason.WRONG_EXTENSION);
    JsonTree nobody =
        SignaturePlan.keyless(
                WORLD,
                WORLD
                    .authority()
                    .leaf()
                    .otherName("1.2.3", new DERUTF8String("x"))
                    .issuer(MintedWorld.ISSUER)
                    .promisedBy(WORLD.certificateLog())
                    .mint())
            .statement(Asked.signing());
    identity(
        nobody,
        "a certificate for nobody",
        "**",
        MintedWorld.ISSUER,
        Map.of(),
        Reason.WRONG_IDENTITY);
    JsonTree unvouched =
        SignaturePlan.keyless(
                WORLD,
                WORLD
                    .authority()
                    .leaf()
                    .uri(MintedWorld.SUBJECT)
                    .promisedBy(WORLD.certificateLog())
                    .mint())
            .statement(Asked.signing());
    identity(
        unvouched,
        "a name that nobody vouched for",
        MintedWorld.SUBJECT,
        "**",
        Map.of(),
        Reason.WRONG_ISSUER);
  }

  private void identity(
      JsonTree bundle,
      String name,
      String subject,
      String issuer,
      Map<String, TextRule> extensions,
      Reason reason) {
    Signers signers =
        new Signers.Keyless(
            List.of(new Identity(TextRule.of(subject), TextRule.of(issuer), extensions)));
    add(name, bundle, Asked.by(signers, new Statement.Signed()), reason);
  }

  private static final String SIGNATURE = "dev.cosignproject.cosign/signature";
  private static final String CERTIFICATE = "dev.sigstore.cosign/certificate";
  private static final String CHAIN = "dev.sigstore.cosign/chain";
  private static final String BUNDLE = "dev.sigstore.cosign/bundle";
  private static final String TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";

  private void legacy() {
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
    Material.CosignSignature good = keyless().cosign(Asked.payload());
    add(
        "cosign: a byte more",
        new Material.CosignSignature(
            Bytes.wrap((Asked.payload() + "\n").getBytes(UTF_8)), good.annotations()),
        Asked.signed(),
        ROOT,
        Reason.BAD_SIGNATURE);
    add(
        "cosign: too large",
        new Material.CosignSignature(
            Bytes.wrap(new byte[Verifier.MAX_BYTES + 1]), good.annotations()),
        Asked.signed(),
        ROOT,
        Reason.TOO_LARGE);
    add(
        "cosign: a key's, with the certificate of another",
        good,
        Asked.signedWith(KEYS.getPublic()),
        ROOT,
        Reason.WRONG_KEY);
    KeyPair p384 = Keys.p384();
    add(
        "cosign: SHA-384",
        SignaturePlan.keyed(WORLD, p384).algorithm("SHA384withECDSA").cosign(Asked.payload()),
        Asked.signedWith(p384.getPublic()),
        ROOT,
        Reason.BAD_SIGNATURE);
    add(
        "cosign: too late",
        keyless().at(MintedWorld.SIGNED.plusSeconds(3600)).cosign(Asked.payload()),
        Asked.signed(),
        ROOT,
        Reason.CERTIFICATE_NOT_VALID);
    Demand bundles =
        new Demand(
            Asked.MINTED, new Statement.Signed(), Set.of(Format.BUNDLE_0_3), Demand.Log.REQUIRED);
    add("cosign: switched off", good, bundles, ROOT, Reason.FORMAT_NOT_ALLOWED);
  }

  private void cosign(String name, Reason reason, Consumer<Map<String, String>> edit) {
    Material.CosignSignature good = keyless().cosign(Asked.payload());
    Map<String, String> annotations = new HashMap<>(good.annotations());
    edit.accept(annotations);
    add(
        name,
        new Material.CosignSignature(good.payload(), annotations),
        Asked.signed(),
        ROOT,
        reason);
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
    add(name, keyless().cosign(payload), demand, ROOT, reason);
  }

  private void legacyAttestations() {
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
        keyless().cosignAttestation(Asked.provenance()),
        Asked.signed(),
        ROOT,
        Reason.NOT_A_SIGNATURE);
    add(
        "attestation: of another type",
        keyless().cosignAttestation(Asked.signing()),
        Asked.attested(),
        ROOT,
        Reason.WRONG_PREDICATE_TYPE);
    add(
        "attestation: an envelope's hash",
        keyless()
            .body(b -> b.text("spec.envelopeHash.value", "0".repeat(64)))
            .cosignAttestation(Asked.provenance()),
        Asked.attested(),
        ROOT,
        Reason.LOG_ENTRY_MISMATCH);
    SignaturePlan oldest = keyless().kind("intoto/0.0.1");
    add(
        "attestation: the oldest entry's hash",
        oldest
            .body(b -> b.text("spec.content.hash.value", "0".repeat(64)))
            .cosignAttestation(Asked.provenance()),
        Asked.attested(),
        ROOT,
        Reason.LOG_ENTRY_MISMATCH);
    add(
        "attestation: the oldest entry's payload",
        keyless()
            .kind("intoto/0.0.1")
            .body(b -> b.text("spec.content.payloadHash.value", "0".repeat(64)))
            .cosignAttestation(Asked.provenance()),
        Asked.attested(),
        ROOT,
        Reason.LOG_ENTRY_MISMATCH);
    add(
        "attestation: the oldest entry's key",
        keyless()
            .kind("intoto/0.0.1")
            .body(b -> b.text("spec.publicKey", base64(WORLD.leaf().pem().getBytes(UTF_8))))
            .cosignAttestation(Asked.provenance()),
        Asked.attested(),
        ROOT,
        Reason.LOG_ENTRY_MISMATCH);
    Material.CosignAttestation stamped = keyless().cosignAttestation(Asked.provenance());
    Map<String, String> bySignature = new HashMap<>(stamped.annotations());
    byte[] signature =
        Base64.getDecoder()
            .decode(JsonTree.parse(stamped.envelope().view()).text("signatures.0.sig"));
    bySignature.put(
        TIMESTAMP,
        "{\"SignedRFC3161Timestamp\":\""
            + base64(WORLD.timestamps().stamp(signature, MintedWorld.SIGNED))
            + "\"}");
    add(
        "attestation: a stamp of the signature only",
        new Material.CosignAttestation(stamped.envelope(), bySignature),
        Asked.attested(),
        ROOT,
        Reason.BAD_TIMESTAMP);
  }

  private void attestation(String name, Reason reason, Function<JsonTree, JsonTree> edit) {
    Material.CosignAttestation good = keyless().cosignAttestation(Asked.provenance());
    JsonTree envelope = edit.apply(JsonTree.parse(good.envelope().view()));
    add(
        name,
        new Material.CosignAttestation(Bytes.wrap(envelope.bytes()), good.annotations()),
        Asked.attested(),
        ROOT,
        reason);
  }

  private static JsonTree flip(JsonTree tree, String path, int index) {
    byte[] bytes = Base64.getDecoder().decode(tree.text(path));
    bytes[index] ^= 1;
    return tree.text(path, base64(bytes));
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] out = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, out, one.length, other.length);
    return out;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
