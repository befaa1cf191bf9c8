package io.policyc.tests.peers;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a release of Cilium says about one document of a YAML stream.
///
/// @param index the number of the document in the stream, from 0
/// @param kind the object's kind, or nothing when it has none
/// @param namespace its namespace, or nothing
/// @param name its name, or nothing
/// @param schema why the CRD's schema refuses it, or that a field is unknown
/// @param sanitize why the agent refuses it
/// @param rules how many rules the agent would import
public record DocumentVerdict(
    int index,
    String kind,
    String namespace,
    String name,
    Optional<String> schema,
    Optional<String> sanitize,
    int rules) {

  /// Tells whether API server and agent both accept it.
  public boolean accepted() {
    return schema.isEmpty() && sanitize.isEmpty();
  }

  static DocumentVerdict of(JsonNode node) {
    return new DocumentVerdict(
        node.path("index").asInt(),
        node.path("kind").asString(""),
        node.path("namespace").asString(""),
        node.path("name").asString(""),
        Json.text(node, "schema"),
        Json.text(node, "sanitize"),
        node.path("rules").asInt());
  }
}
