package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.compiler.falco.yaml.YamlNode.Entry;
import io.policyc.compiler.falco.yaml.YamlNode.Mapping;
import io.policyc.compiler.falco.yaml.YamlNode.Nothing;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.compiler.falco.yaml.YamlNode.Sequence;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One mapping of a rules file, and the ways in which Falco takes values out of it.
///
/// Source: falco 0.44.1, userspace/engine/rule_loader_reader.cpp.
final class Fields {
  /// How much an item of a list counts, beside characters.
  static final int ITEM = 32;

  private final Source source;
  private final Report report;
  private final Mapping mapping;
  private final Map<String, YamlNode> values = new HashMap<>();

  Fields(Source source, Report report, Mapping mapping) {
    this.source = source;
    this.report = report;
    this.mapping = mapping;
    for (Entry entry : mapping.entries()) {
      // Of two values of a key, the first counts.
      if (entry.key() instanceof Scalar key) {
        values.putIfAbsent(key.text(), entry.value());
      }
    }
  }

  Source source() {
    return source;
  }

  Report report() {
    return report;
  }

  List<Entry> entries() {
    return mapping.entries();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<YamlNode> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// Where the item stands: its first key.
  Span at() {
    return mapping.entries().isEmpty() ? span(mapping) : span(mapping.entries().getFirst().key());
  }

  Span span(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> new Span(source, scalar.at(), Math.max(scalar.at(), scalar.end()));
      case Sequence _, Mapping _, Nothing _ -> {
        int at = Math.min(node.at(), source.text().length());
        yield new Span(source, at, Math.min(at + 1, source.text().length()));
      }
    };
  }

  /// A value that must be there.
  Optional<Scalar> required(String key) {
    if (!has(key)) {
      wrong(at(), "`" + key + "` is missing");
      return Optional.empty();
    }
    return optional(key);
  }

  /// A value that may be missing, but must have text if it is there.
  Optional<Scalar> optional(String key) {
    Optional<YamlNode> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (value.get()) {
      case Nothing nothing -> refused(span(nothing), "`" + key + "` has no value");
      case Scalar scalar when scalar.text().isEmpty() ->
          refused(span(scalar), "`" + key + "` is empty");
      case Scalar scalar ->
          report.mayLook(scalar.text().length()) ? Optional.of(scalar) : Optional.empty();
      case Sequence list -> refused(span(list), "`" + key + "` must be a text, not a list");
      case Mapping other -> refused(span(other), "`" + key + "` must be a text, not a mapping");
    };
  }

  private Optional<Scalar> refused(Span at, String message) {
    wrong(at, message);
    return Optional.empty();
  }

  Optional<Traced> text(Optional<Scalar> scalar) {
    return scalar.map(s -> Traced.of(source, s));
  }

  /// True, false, or empty where it is missing or refused.
  Optional<Boolean> flag(String key) {
    Optional<Scalar> scalar = optional(key);
    Optional<Boolean> flag = scalar.flatMap(s -> Booleans.read(s.text()));
    if (scalar.isPresent() && flag.isEmpty()) {
      wrong(span(scalar.get()), "`" + key + "` must be `true` or `false`");
    }
    return flag;
  }

  /// The texts of a list.
  ///
  /// @return empty where the value is no list; items that are refused are left out
  Optional<List<Scalar>> texts(String key) {
    YamlNode value = values.get(key);
    if (!(value instanceof Sequence list)) {
      wrong(value == null ? at() : span(value), "`" + key + "` must be a list");
      return Optional.empty();
    }
    List<Scalar> texts = new ArrayList<>();
    for (YamlNode item : list.items()) {
      if (!report.mayLook(ITEM)) {
        return Optional.empty();
      }
      if (item instanceof Scalar scalar) {
        texts.add(scalar);
      } else {
        wrong(span(item), "an item of `" + key + "` must be a text");
      }
    }
    return Optional.of(texts);
  }

  void wrong(Span at, String message) {
    report.add(FalcoCode.YAML_VALIDATE, Code.PC0902, at, message);
  }
}
