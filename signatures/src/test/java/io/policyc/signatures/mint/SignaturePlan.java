package io.policyc.signatures.mint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Digest.Algorithm;
import io.policyc.signatures.sigstore.Material;
import io.policyc.signatures.sigstore.envelope.Envelope;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519phSigner;

/// A signature in the making, with all that Sigstore puts beside it.
public final class SignaturePlan {
  private final MintedWorld world;
  private final KeyPair keys;
  private final Optional<MintedLeaf> leaf;
  private String version = "0.3";
  private Optional<MintedLog> log;
  private Instant time = MintedWorld.SIGNED;
  private String kind = "";
  private List<Instant> stamps = List.of();
  private Optional<String> algorithm = Optional.empty();
  private final List<Consumer<JsonTree>> bodyEdits = new ArrayList<>();

  private SignaturePlan(MintedWorld world, KeyPair keys, Optional<MintedLeaf> leaf) {
    this.world = world;
    this.keys = keys;
    this.leaf = leaf;
    this.log = Optional.of(world.first());
  }

  /// By the holder of a certificate, logged by Rekor 1.
  public static SignaturePlan keyless(MintedWorld world, MintedLeaf leaf) {
    return new SignaturePlan(world, leaf.keys(), Optional.of(leaf));
  }

  /// By the holder of a key, logged by Rekor 1.
  public static SignaturePlan keyed(MintedWorld world, KeyPair keys) {
    return new SignaturePlan(world, keys, Optional.empty());
  }

  /// The bundle's version.
  public SignaturePlan version(String text) {
    version = text;
    return this;
  }

  public SignaturePlan at(Instant when) {
    time = when;
    return this;
  }

  public SignaturePlan log(MintedLog other) {
    log = Optional.of(other);
    return this;
  }

  /// Logged by Rekor 2, and stamped, since that says no time.
  public SignaturePlan second() {
    return log(world.second()).stampedAt(time);
  }

  public SignaturePlan unlogged() {
    log = Optional.empty();
    return this;
  }

  public SignaturePlan stampedAt(Instant... times) {
    stamps = List.of(times);
    return this;
  }

  /// The kind of the log's entry, such as `intoto/0.0.2`, instead of the usual one.
  public SignaturePlan kind(String name) {
    kind = name;
    return this;
  }

  /// How is signed, such as `SHA256withECDSA`, instead of what the key suggests.
  public SignaturePlan algorithm(String name) {
    algorithm = Optional.of(name);
    return this;
  }

  /// Alters what the log takes in.
  public SignaturePlan body(Consumer<JsonTree> edit) {
    bodyEdits.add(edit);
    return this;
  }

  /// A bundle with a signature of content.
  public JsonTree message(byte[] content) {
    byte[] signature = signMessage(content);
    Algorithm hash = hash();
    JsonTree bundle = bundle(signature, record(Digest.of(hash, content), signature));
    bundle.set(
        "messageSignature",
        "{\"messageDigest\":{\"algorithm\":\"%s\",\"digest\":\"%s\"},\"signature\":\"%s\"}"
            .formatted(
                hash.name().replace("SHA", "SHA2_"),
                base64(Digest.of(hash, content).bytes()),
                base64(signature)));
    return bundle;
  }

  /// A bundle with an envelope around a statement.
  public JsonTree statement(String statement) {
    return envelope(Envelope.IN_TOTO, statement.getBytes(UTF_8));
  }

  /// A bundle with an envelope around anything.
  public JsonTree envelope(String type, byte[] payload) {
    Envelope envelope = signed(type, payload);
    return bundle(envelope.signature().view(), recorded(envelope, Optional.empty()))
        .set("dsseEnvelope", json(envelope));
  }

  /// A signature of cosign's first layout.
  public Material.CosignSignature cosign(String payload) {
    algorithm = Optional.of(algorithm.orElseGet(this::withSha256));
    byte[] content = payload.getBytes(UTF_8);
    byte[] signature = sign(content);
    Map<String, String> annotations = annotations(record(Digest.sha256(content), signature));
    annotations.put("dev.cosignproject.cosign/signature", base64(signature));
    stamps.forEach(when -> annotations.put(TIMESTAMP, stamp(signature, when)));
    return new Material.CosignSignature(Bytes.wrap(content), annotations);
  }

  /// An attestation of cosign's first layout.
  public Material.CosignAttestation cosignAttestation(String statement) {
    algorithm = Optional.of(algorithm.orElseGet(this::withSha256));
    Envelope envelope = signed(Envelope.IN_TOTO, statement.getBytes(UTF_8));
    byte[] json = json(envelope).getBytes(UTF_8);
    Map<String, String> annotations = annotations(recorded(envelope, Optional.of(json)));
    annotations.put("dev.cosignproject.cosign/signature", "");
    annotations.put("predicateType", "a hint");
    stamps.forEach(when -> annotations.put(TIMESTAMP, stamp(json, when)));
    return new Material.CosignAttestation(Bytes.wrap(json), annotations);
  }

  private static final String TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";

  private String withSha256() {
    return Keys.algorithm(keys.getPrivate())
        .replace("SHA384", "SHA256")
        .replace("SHA512", "SHA256");
  }

  private String stamp(byte[] signed, Instant when) {
    return "{\"SignedRFC3161Timestamp\":\""
        + base64(world.timestamps().stamp(signed, when))
        + "\"}";
  }

  private Map<String, String> annotations(String body) {
    Map<String, String> out = new LinkedHashMap<>();
    leaf.ifPresent(
        it -> {
          out.put("dev.sigstore.cosign/certificate", it.pem());
          out.put(
              "dev.sigstore.cosign/chain",
              String.join(
                  "\n", world.authority().chain().stream().map(SignaturePlan::pem).toList()));
        });
    log.ifPresent(it -> out.put("dev.sigstore.cosign/bundle", legacyEntry(it, body)));
    return out;
  }

  private static String pem(java.security.cert.X509Certificate certificate) {
    try {
      return Keys.pem("CERTIFICATE", certificate.getEncoded());
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String legacyEntry(MintedLog to, String body) {
    JsonTree entry = entry(to, body);
    return "{\"SignedEntryTimestamp\":\"%s\",\"Payload\":{\"body\":\"%s\",\"integratedTime\":%d,\"logIndex\":%s,\"logID\":\"%s\"}}"
        .formatted(
            entry.text("inclusionPromise.signedEntryTimestamp"),
            entry.text("canonicalizedBody"),
            time.getEpochSecond(),
            entry.text("logIndex"),
            HexFormat.of().formatHex(to.id()));
  }

  private JsonTree bundle(byte[] signature, String body) {
    String type =
        version.equals("0.3")
            ? "application/vnd.dev.sigstore.bundle.v0.3+json"
            : "application/vnd.dev.sigstore.bundle+json;version=" + version;
    JsonTree bundle =
        JsonTree.parse(
            "{\"mediaType\":\"" + type + "\",\"verificationMaterial\":{\"tlogEntries\":[]}}");
    if (leaf.isEmpty()) {
      bundle.set("verificationMaterial.publicKey", "{\"hint\":\"a hint\"}");
    } else {
      String one = "{\"rawBytes\":\"" + base64(leaf.get().der()) + "\"}";
      boolean alone = version.startsWith("0.3");
      bundle.set(
          "verificationMaterial." + (alone ? "certificate" : "x509CertificateChain"),
          alone ? one : "{\"certificates\":[" + one + "]}");
    }
    log.ifPresent(
        it -> bundle.set("verificationMaterial.tlogEntries.0", entry(it, body).toString()));
    if (!stamps.isEmpty()) {
      bundle.set("verificationMaterial.timestampVerificationData", "{\"rfc3161Timestamps\":[]}");
      for (int i = 0; i < stamps.size(); i++) {
        bundle.set(
            "verificationMaterial.timestampVerificationData.rfc3161Timestamps." + i,
            "{\"signedTimestamp\":\""
                + base64(world.timestamps().stamp(signature, stamps.get(i)))
                + "\"}");
      }
    }
    return bundle;
  }

  private JsonTree entry(MintedLog to, String body) {
    JsonTree tree = JsonTree.parse(body);
    bodyEdits.forEach(edit -> edit.accept(tree));
    return to.add(
        JsonTree.parse(body).text("kind"),
        JsonTree.parse(body).text("apiVersion"),
        tree.toString(),
        time);
  }

  /// A `hashedrekord` of the version that the log takes.
  private String record(Digest digest, byte[] signature) {
    if (log.map(MintedLog::isSecond).orElse(false)) {
      String verifier =
          leaf.map(it -> "\"x509Certificate\":{\"rawBytes\":\"" + base64(it.der()) + "\"}")
              .orElseGet(
                  () ->
                      "\"publicKey\":{\"rawBytes\":\""
                          + base64(keys.getPublic().getEncoded())
                          + "\"}");
      return "{\"apiVersion\":\"0.0.2\",\"kind\":\"hashedrekord\",\"spec\":{\"hashedRekordV002\":{\"data\":{\"algorithm\":\"%s\",\"digest\":\"%s\"},\"signature\":{\"content\":\"%s\",\"verifier\":{\"keyDetails\":\"PKIX_ECDSA_P256_SHA_256\",%s}}}}}"
          .formatted(
              digest.algorithm().name().replace("SHA", "SHA2_"),
              base64(digest.bytes()),
              base64(signature),
              verifier);
    }
    return "{\"apiVersion\":\"0.0.1\",\"kind\":\"hashedrekord\",\"spec\":{\"data\":{\"hash\":%s},\"signature\":{\"content\":\"%s\",\"publicKey\":{\"content\":\"%s\"}}}}"
        .formatted(hash(digest), base64(signature), verifier());
  }

  private String recorded(Envelope envelope, Optional<byte[]> json) {
    String name =
        kind.isEmpty()
            ? log.map(MintedLog::isSecond).orElse(false) ? "hashedrekord/0.0.2" : "dsse/0.0.1"
            : kind;
    byte[] whole = json.orElseGet(() -> json(envelope).getBytes(UTF_8));
    String payloadHash = hash(Digest.sha256(envelope.payload().view()));
    String envelopeHash = hash(Digest.sha256(whole));
    String signature = base64(envelope.signature().view());
    return switch (name) {
      case "dsse/0.0.1" ->
          "{\"apiVersion\":\"0.0.1\",\"kind\":\"dsse\",\"spec\":{\"envelopeHash\":%s,\"payloadHash\":%s,\"signatures\":[{\"signature\":\"%s\",\"verifier\":\"%s\"}]}}"
              .formatted(envelopeHash, payloadHash, signature, verifier());
      case "intoto/0.0.1" ->
          "{\"apiVersion\":\"0.0.1\",\"kind\":\"intoto\",\"spec\":{\"content\":{\"hash\":%s,\"payloadHash\":%s},\"publicKey\":\"%s\"}}"
              .formatted(envelopeHash, payloadHash, verifier());
      case "intoto/0.0.2" ->
          "{\"apiVersion\":\"0.0.2\",\"kind\":\"intoto\",\"spec\":{\"content\":{\"envelope\":{\"payloadType\":\"%s\",\"signatures\":[{\"publicKey\":\"%s\",\"sig\":\"%s\"}]},\"hash\":%s,\"payloadHash\":%s}}}"
              .formatted(
                  envelope.payloadType(),
                  verifier(),
                  base64(signature.getBytes(UTF_8)),
                  envelopeHash,
                  payloadHash);
      default -> record(Digest.of(hash(), envelope.signedBytes()), envelope.signature().view());
    };
  }

  private String verifier() {
    return base64(
        leaf.map(MintedLeaf::pem)
            .orElseGet(() -> Keys.pem("PUBLIC KEY", keys.getPublic().getEncoded()))
            .getBytes(UTF_8));
  }

  private Envelope signed(String type, byte[] payload) {
    Envelope unsigned = new Envelope(type, Bytes.wrap(payload), Bytes.EMPTY);
    return new Envelope(type, unsigned.payload(), Bytes.wrap(sign(unsigned.signedBytes())));
  }

  private static String json(Envelope envelope) {
    return "{\"payload\":\"%s\",\"payloadType\":\"%s\",\"signatures\":[{\"keyid\":\"\",\"sig\":\"%s\"}]}"
        .formatted(
            base64(envelope.payload().view()),
            envelope.payloadType(),
            base64(envelope.signature().view()));
  }

  private byte[] sign(byte[] message) {
    return Keys.sign(
        algorithm.orElseGet(() -> Keys.algorithm(keys.getPrivate())), keys.getPrivate(), message);
  }

  private byte[] signMessage(byte[] content) {
    if (!Keys.algorithm(keys.getPrivate()).equals("Ed25519")) {
      return sign(content);
    }
    byte[] encoded = keys.getPrivate().getEncoded();
    Ed25519phSigner signer = new Ed25519phSigner(new byte[0]);
    signer.init(true, new Ed25519PrivateKeyParameters(encoded, encoded.length - 32));
    signer.update(content, 0, content.length);
    return signer.generateSignature();
  }

  private Algorithm hash() {
    return switch (algorithm.orElseGet(() -> Keys.algorithm(keys.getPrivate()))) {
      case "SHA384withECDSA" -> Algorithm.SHA384;
      case "SHA512withECDSA", "Ed25519" -> Algorithm.SHA512;
      default -> Algorithm.SHA256;
    };
  }

  private static String hash(Digest digest) {
    return "{\"algorithm\":\"%s\",\"value\":\"%s\"}"
        .formatted(digest.algorithm().word(), digest.hex());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
