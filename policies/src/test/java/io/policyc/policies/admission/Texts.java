package io.policyc.policies.admission;

import io.policyc.findings.Source;
import io.policyc.findings.Span;
import io.policyc.manifests.Place;
import io.policyc.manifests.Value;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// What tests write as texts: plain YAML, without the oddities that are the reader's business.
final class Texts {
  private final Source source;

  private Texts(String yaml) {
    source = new Source("test.yaml", yaml);
  }

  /// One object.
  static Place object(String yaml) {
    return Place.of(new Texts(yaml).value(new Yaml().compose(new StringReader(yaml))));
  }

  /// A pod.
  static Pod pod(String yaml) {
    return Pod.of(object(yaml));
  }

  /// `restricted:v1.29`
  static LevelVersion policy(String text) {
    String[] parts = text.split(":", -1);
    return new LevelVersion(
        PodSecurityLevel.parse(parts[0]).orElseThrow(),
        PodSecurityVersion.parse(parts[1]).orElseThrow());
  }

  private Value value(Node node) {
    Span span = span(node);
    return switch (node) {
      case MappingNode mapping -> new Value.Mapping(fields(mapping), span);
      case SequenceNode list ->
          new Value.Sequence(list.getValue().stream().map(this::value).toList(), span);
      case ScalarNode scalar -> scalar(scalar, span);
      default -> throw new IllegalArgumentException(node.toString());
    };
  }

  private List<Value.Field> fields(MappingNode mapping) {
    List<Value.Field> fields = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      ScalarNode name = (ScalarNode) tuple.getKeyNode();
      fields.add(new Value.Field(name.getValue(), span(name), value(tuple.getValueNode())));
    }
    return fields;
  }

  private static Value scalar(ScalarNode scalar, Span span) {
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.BOOL)) {
      return new Value.Bool(text.equals("true"), span);
    }
    if (scalar.getTag().equals(Tag.INT)) {
      return new Value.Numeric(new BigDecimal(text), span);
    }
    return scalar.getTag().equals(Tag.NULL) ? new Value.Null(span) : new Value.Text(text, span);
  }

  private Span span(Node node) {
    return new Span(source, node.getStartMark().getIndex(), node.getEndMark().getIndex());
  }
}
