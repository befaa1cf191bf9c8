package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.fields.EventTable;
import io.policyc.compiler.falco.fields.FieldType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was recorded from Falco 0.44.1, see the README beside the files.
final class Recording {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Recording() {}

  /// A condition and the events on which it fired.
  record Case(
      String id,
      String condition,
      Map<String, String> macros,
      Map<String, List<String>> lists,
      List<Integer> fired) {
    /// The scenario and set of fields, as in [#events].
    String group() {
      return id.substring(0, id.lastIndexOf('-')).replaceFirst("-", "/");
    }
  }

  /// All cases.
  static List<Case> cases() {
    return lines("falco-eval.jsonl.gz").stream().map(Recording::oneCase).toList();
  }

  private static Case oneCase(JsonNode node) {
    Map<String, String> macros = new LinkedHashMap<>();
    node.get("macros").properties().forEach(m -> macros.put(m.getKey(), m.getValue().asString()));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    node.get("lists").properties().forEach(l -> lists.put(l.getKey(), texts(l.getValue())));
    List<Integer> fired = node.get("fired").valueStream().map(JsonNode::asInt).toList();
    return new Case(
        node.get("id").asString(), node.get("condition").asString(), macros, lists, fired);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /// The conditions that kill Falco.
  static List<String> deadly() {
    return lines("falco-crash.jsonl").stream()
        .filter(node -> node.has("condition"))
        .map(node -> node.get("condition").asString())
        .toList();
  }

  /// The events of each scenario and set of fields, in order.
  static Map<String, List<FalcoEvent>> events() {
    Map<String, List<FalcoEvent>> all = new TreeMap<>();
    for (JsonNode node : lines("falco-eval-values.jsonl.gz")) {
      List<FalcoEvent> events = new ArrayList<>();
      node.get("events").forEach(event -> events.add(event(event)));
      all.put(node.get("id").asString(), events);
    }
    return all;
  }

  private static FalcoEvent event(JsonNode shown) {
    String type = shown.get("evt.type").asString();
    Map<String, Value> values = new TreeMap<>();
    shown.properties().forEach(p -> values.put(p.getKey(), value(type, p.getKey(), p.getValue())));
    if (values.containsKey("fd.num")) {
      // a list without items is shown as nothing
      values.putIfAbsent("fd.types", new Value.Many(List.of()));
    }
    if (values.containsKey("fd.cip") && isLoopback(values.get("fd.sip"))) {
      // what the recording machine knew of the address
      values.put("fd.sip.name", new Value.Text("localhost"));
    }
    return FalcoEvent.of(values);
  }

  private static boolean isLoopback(@Nullable Value address) {
    return new Value.Text("127.0.0.1").equals(address);
  }

  private static Value value(String type, String field, JsonNode shown) {
    if (shown.isArray()) {
      return new Value.Many(texts(shown));
    }
    if (shown.isBoolean()) {
      return new Value.Truth(shown.asBoolean());
    }
    if (shown.isIntegralNumber()) {
      return new Value.Whole(shown.asLong());
    }
    return isHex(type, field)
        ? new Value.Whole(Long.parseLong(shown.asString(), 16))
        : new Value.Text(shown.asString());
  }

  /// Flags and some other numbers are shown in hexadecimal digits.
  private static boolean isHex(String type, String field) {
    if (field.equals("fd.dev")) {
      return true;
    }
    return EventTable.find(type).stream()
        .flatMap(event -> event.parameters().stream())
        .filter(parameter -> field.equals("evt.rawarg." + parameter.name()))
        .anyMatch(parameter -> isNumber(parameter.type()));
  }

  private static boolean isNumber(FieldType type) {
    return Kinds.of(type).whole();
  }

  private static List<JsonNode> lines(String name) {
    try (InputStream in = Recording.class.getResourceAsStream("/falco/0.44.1/" + name)) {
      InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
      String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(MAPPER::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
