package io.policyc.tests.peers.admission;

import io.policyc.findings.Source;
import io.policyc.findings.Span;
import io.policyc.manifests.Place;
import io.policyc.manifests.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// JSON as the values of a manifest, without a reader between the two.
final class JsonValues {
  private static final Span NOWHERE = new Span(new Source("generated", ""), 0, 0);

  private JsonValues() {}

  /// The root of an object.
  static Place place(JsonNode json) {
    return Place.of(value(json));
  }

  private static Value value(JsonNode json) {
    return switch (json.getNodeType()) {
      case OBJECT -> mapping(json);
      case ARRAY -> sequence(json);
      case STRING -> new Value.Text(json.asString(), NOWHERE);
      case NUMBER -> new Value.Numeric(json.decimalValue(), NOWHERE);
      case BOOLEAN -> new Value.Bool(json.asBoolean(), NOWHERE);
      case NULL -> new Value.Null(NOWHERE);
      case BINARY, MISSING, POJO -> throw new IllegalArgumentException(json.toString());
    };
  }

  private static Value mapping(JsonNode json) {
    List<Value.Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      fields.add(new Value.Field(field.getKey(), NOWHERE, value(field.getValue())));
    }
    return new Value.Mapping(fields, NOWHERE);
  }

  private static Value sequence(JsonNode json) {
    List<Value> items = new ArrayList<>();
    json.forEach(item -> items.add(value(item)));
    return new Value.Sequence(items, NOWHERE);
  }
}
