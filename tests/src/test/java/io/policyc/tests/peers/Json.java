package io.policyc.tests.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The few JSON idioms that the peers' records need.
final class Json {
  /// Reads what an API server reads, 10,000 levels of lists and objects.
  static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(10_000).build())
              .build());

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static <T> ArrayNode array(Iterable<T> items, Function<T, JsonNode> form) {
    ArrayNode array = MAPPER.createArrayNode();
    items.forEach(item -> array.add(form.apply(item)));
    return array;
  }

  static ArrayNode strings(Iterable<String> items) {
    ArrayNode array = MAPPER.createArrayNode();
    items.forEach(array::add);
    return array;
  }

  static ObjectNode strings(Map<String, String> items) {
    ObjectNode object = object();
    items.forEach(object::put);
    return object;
  }

  /// Gives a text that is there and not empty.
  static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asString("")).filter(text -> !text.isEmpty());
  }

  static <T> List<T> list(JsonNode node, Function<JsonNode, T> form) {
    List<T> items = new ArrayList<>(node.size());
    node.forEach(item -> items.add(form.apply(item)));
    return List.copyOf(items);
  }
}
