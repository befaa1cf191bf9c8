package io.policyc.signatures.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.MintedWorld;
import java.security.PublicKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/// What the tests ask of signatures, and of what.
final class Asked {
  /// What is signed.
  static final byte[] CONTENT = "content of an image".getBytes(UTF_8);

  static final Digest DIGEST = Digest.sha256(CONTENT);

  /// By all algorithms.
  static final List<Digest> DIGESTS =
      List.of(
          DIGEST,
          Digest.of(Digest.Algorithm.SHA384, CONTENT),
          Digest.of(Digest.Algorithm.SHA512, CONTENT));

  /// Years after the signatures.
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  static final String PROVENANCE = "https://slsa.dev/provenance/v1";

  static final Signers MINTED =
      new Signers.Keyless(
          List.of(Identity.of(TextRule.of(MintedWorld.SUBJECT), TextRule.of(MintedWorld.ISSUER))));

  private Asked() {}

  static Demand by(Signers signers, Statement statement) {
    return new Demand(signers, statement, EnumSet.allOf(Format.class), Demand.Log.REQUIRED);
  }

  static Demand signed() {
    return by(MINTED, new Statement.Signed());
  }

  static Demand blob() {
    return by(MINTED, new Statement.Blob());
  }

  static Demand attested(Condition... conditions) {
    return by(MINTED, new Statement.Attested(PROVENANCE, List.of(conditions)));
  }

  static Demand signedWith(PublicKey key) {
    return by(new Signers.Key(key), new Statement.Signed());
  }

  /// cosign's payload.
  static String payload() {
    return payload(DIGEST.toString());
  }

  static String payload(String digest) {
    return "{\"critical\":{\"identity\":{\"docker-reference\":\"acme/app\"},\"image\":{\"docker-manifest-digest\":\"%s\"},\"type\":\"cosign container image signature\"},\"optional\":null}"
        .formatted(digest);
  }

  /// The statement that cosign 3 signs an image with: neither a name nor a predicate.
  static String signing() {
    return statement(Statement.COSIGN_SIGN);
  }

  static String provenance() {
    return statement(PROVENANCE);
  }

  static String statement(String predicateType) {
    return "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"digest\":{\"sha256\":\"%s\"}}],\"predicateType\":\"%s\",\"predicate\":{\"buildType\":\"make\",\"level\":3,\"steps\":[\"compile\",\"tést\"]}}"
        .formatted(DIGEST.hex(), predicateType);
  }

  static Material bundle(JsonTree json) {
    return new Material.Bundle(Bytes.wrap(json.bytes()));
  }
}
