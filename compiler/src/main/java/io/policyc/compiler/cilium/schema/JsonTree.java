package io.policyc.compiler.cilium.schema;

import io.policyc.compiler.cilium.YamlTree;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// YAML as the validator's kind of tree.
final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  /// The same value.
  static JsonNode of(YamlTree tree) {
    return switch (tree) {
      case YamlTree.Mapping(var fields, _) -> {
        ObjectNode object = NODES.objectNode();
        fields.forEach((key, value) -> object.set(key, of(value)));
        yield object;
      }
      case YamlTree.Items(var items, _) -> {
        ArrayNode array = NODES.arrayNode(items.size());
        items.forEach(item -> array.add(of(item)));
        yield array;
      }
      case YamlTree.Text(var text, _) -> NODES.stringNode(text);
      case YamlTree.Numeral(var digits, _) -> number(digits);
      case YamlTree.Flag(var value, _) -> NODES.booleanNode(value);
      case YamlTree.Nothing _ -> NODES.nullNode();
    };
  }

  // Only whole decimal numbers stand in policies; others need only be no string.
  private static JsonNode number(String digits) {
    if (digits.length() > 40) {
      return NODES.numberNode(Double.MAX_VALUE);
    }
    try {
      BigDecimal value = new BigDecimal(digits);
      return value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(1L << 53)) < 0
          ? NODES.numberNode(value.longValue())
          : NODES.numberNode(value);
    } catch (NumberFormatException e) {
      return NODES.numberNode(0.5);
    }
  }
}
