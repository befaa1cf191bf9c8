package io.policyc.tests.peers.cosign;

import io.policyc.signatures.Digest;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What logs make of proposed entries: JSON with sorted members.
///
/// Source: Rekor 1.5.0 `pkg/types/{hashedrekord,dsse}/v0.0.1/entry.go`, rekor-tiles 2.2.0
/// `pkg/types/hashedrekord`.
final class LogBodies {
  private LogBodies() {}

  /// Of a proposal to Rekor 1.
  static byte[] first(ObjectNode proposed) {
    ObjectNode body = Piece.JSON.createObjectNode();
    String kind = proposed.path("kind").asString();
    body.put("apiVersion", proposed.path("apiVersion").asString()).put("kind", kind);
    JsonNode spec = proposed.path("spec");
    body.set(
        "spec",
        switch (kind) {
          case "hashedrekord" -> hashed(spec);
          case "dsse" -> envelope(spec);
          default -> throw new IllegalStateException("no such kind: " + kind);
        });
    return canonical(body);
  }

  private static ObjectNode hashed(JsonNode spec) {
    ObjectNode body = Piece.JSON.createObjectNode();
    body.putObject("data").set("hash", spec.path("data").path("hash"));
    ObjectNode signature = body.putObject("signature");
    signature.set("content", spec.path("signature").path("content"));
    signature.set("publicKey", spec.path("signature").path("publicKey"));
    return body;
  }

  private static ObjectNode envelope(JsonNode spec) {
    String text = spec.path("proposedContent").path("envelope").asString();
    JsonNode envelope = Piece.JSON.readTree(text);
    ObjectNode body = Piece.JSON.createObjectNode();
    hash(body.putObject("envelopeHash"), Bytes8.of(text));
    hash(body.putObject("payloadHash"), envelope.path("payload").binaryValue());
    ObjectNode signature = body.putArray("signatures").addObject();
    signature.set("signature", envelope.path("signatures").get(0).path("sig"));
    signature.set("verifier", spec.path("proposedContent").path("verifiers").get(0));
    return body;
  }

  private static void hash(ObjectNode at, byte[] content) {
    at.put("algorithm", "sha256").put("value", Digest.sha256(content).hex());
  }

  /// Of a request to Rekor 2.
  static byte[] second(JsonNode request) {
    JsonNode asked = request.path("hashedRekordRequestV002");
    ObjectNode body = Piece.JSON.createObjectNode();
    body.put("apiVersion", "0.0.2").put("kind", "hashedrekord");
    ObjectNode entry = body.putObject("spec").putObject("hashedRekordV002");
    ObjectNode data = entry.putObject("data").put("algorithm", "SHA2_256");
    data.set("digest", asked.path("digest"));
    entry.set("signature", asked.path("signature"));
    return canonical(body);
  }

  /// Members sorted, no spaces: RFC 8785 for what stands in here.
  private static byte[] canonical(JsonNode node) {
    return Piece.JSON.writeValueAsBytes(sorted(node));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var array = Piece.JSON.createArrayNode();
      node.forEach(item -> array.add(sorted(item)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    TreeMap<String, JsonNode> members = new TreeMap<>();
    node.forEachEntry((name, value) -> members.put(name, sorted(value)));
    ObjectNode object = Piece.JSON.createObjectNode();
    members.forEach(object::set);
    return object;
  }
}
