package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import io.policyc.findings.ObjectPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The fields of one mapping, each of which is asked for by name; what nobody asked for is unknown.
///
/// A value of a wrong type is a finding and counts as absent.
final class Fields {
  private final Reading reading;
  private final Values values;
  private final ObjectPath path;
  private final Node node;
  private final Map<String, NodeTuple> unread = new LinkedHashMap<>();

  private Fields(Reading reading, ObjectPath path, Node node) {
    this.reading = reading;
    this.values = new Values(reading);
    this.path = path;
    this.node = node;
  }

  /// The fields of a value; none, with a finding, when it is no mapping.
  static Fields of(Reading reading, ObjectPath path, Node node) {
    Fields fields = new Fields(reading, path, node);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(fields::add);
    } else {
      fields.values.wrongType(node, path, Scalars.Kind.MAPPING);
    }
    return fields;
  }

  private void add(NodeTuple field) {
    if (!(field.getKeyNode() instanceof ScalarNode key)) {
      values.wrongType(field.getKeyNode(), path, Scalars.Kind.STRING);
    } else if (unread.putIfAbsent(key.getValue(), field) != null) {
      reading.error(
          Code.PC0707,
          key,
          path.child(key.getValue()),
          "`" + key.getValue() + "` is there twice",
          "");
    }
  }

  /// What has been found so far.
  Reading reading() {
    return reading;
  }

  /// Reads values that aren't fields of a mapping.
  Values values() {
    return values;
  }

  /// Where this mapping stands in its object.
  ObjectPath path() {
    return path;
  }

  /// The mapping itself.
  Node node() {
    return node;
  }

  /// The value of a field, which is then read.
  @Nullable Node take(String key) {
    NodeTuple field = unread.remove(key);
    return field == null || !reading.mayLook() ? null : field.getValueNode();
  }

  /// The value of a field, which may still be read.
  Optional<Node> peek(String key) {
    return Optional.ofNullable(unread.get(key)).map(NodeTuple::getValueNode);
  }

  /// Passes over fields that may be there and mean nothing here.
  void ignore(List<String> keys) {
    keys.forEach(unread::remove);
  }

  /// A field that is text.
  Optional<String> string(String key) {
    Node value = take(key);
    return value == null ? Optional.empty() : values.string(value, path.child(key));
  }

  /// A field that is text and must be there; empty, with a finding, when it isn't.
  String requiredString(String key) {
    if (unread.containsKey(key)) {
      return string(key).orElse("");
    }
    missing(key);
    return "";
  }

  /// Says that a field is missing.
  void missing(String key) {
    reading.error(Code.PC0706, node, path.child(key), "`" + key + "` is missing", "");
  }

  /// A field that is a whole number, written in decimal.
  OptionalInt integer(String key) {
    Node value = take(key);
    return value == null ? OptionalInt.empty() : values.integer(value, path.child(key));
  }

  /// A field that is a boolean.
  Optional<Boolean> bool(String key) {
    Node value = take(key);
    return value == null ? Optional.empty() : values.bool(value, path.child(key));
  }

  /// A field that is one of a few words.
  <E> Optional<E> word(String key, E[] all, Function<E, String> spelling) {
    Node value = take(key);
    return value == null ? Optional.empty() : values.word(value, path.child(key), all, spelling);
  }

  /// A field that is a mapping.
  <T> Optional<T> object(String key, Function<Fields, T> read) {
    Node value = take(key);
    return value == null ? Optional.empty() : Optional.of(object(value, path.child(key), read));
  }

  private <T> T object(Node value, ObjectPath at, Function<Fields, T> read) {
    Fields fields = of(reading, at, value);
    T result = read.apply(fields);
    fields.done();
    return result;
  }

  /// A field that is a list of mappings.
  <T> Optional<List<T>> objects(String key, Function<Fields, T> read) {
    return list(key, (value, at) -> Optional.of(object(value, at, read)));
  }

  /// A field that is a list of strings.
  Optional<List<String>> strings(String key) {
    return list(key, values::string);
  }

  /// A field that is a list; items that can't be read are left out.
  <T> Optional<List<T>> list(String key, BiFunction<Node, ObjectPath, Optional<T>> read) {
    Node value = take(key);
    if (value == null) {
      return Optional.empty();
    }
    ObjectPath at = path.child(key);
    List<T> items = new ArrayList<>();
    if (!(value instanceof SequenceNode list)) {
      values.wrongType(value, at, Scalars.Kind.LIST);
      return Optional.empty();
    }
    for (int i = 0; i < list.getValue().size() && reading.mayLook(); i++) {
      read.apply(list.getValue().get(i), at.item(i)).ifPresent(items::add);
    }
    return Optional.of(items);
  }

  /// A field that is a mapping of strings; empty when it isn't there.
  SortedMap<String, String> map(String key) {
    SortedMap<String, String> map = new TreeMap<>();
    Node value = take(key);
    if (value != null) {
      Fields entries = of(reading, path.child(key), value);
      for (String name : List.copyOf(entries.unread.keySet())) {
        entries.string(name).ifPresent(text -> map.put(name, text));
      }
    }
    return map;
  }

  /// Says what nobody asked for.
  void done() {
    unread.forEach(
        (key, field) ->
            reading.error(
                Code.PC0704,
                field.getKeyNode(),
                path.child(key),
                key.equals("<<")
                    ? "merge keys are not read"
                    : "`" + key + "` is no field that policyc knows here",
                key.equals("<<") ? "write the fields out" : "remove it: the API server drops it"));
  }
}
