package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import io.policyc.findings.Checked;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads YAML of any shape, within the bounds of [CiliumYamlReader].
public final class YamlTrees {
  private final Reading reading;

  private YamlTrees(Reading reading) {
    this.reading = reading;
  }

  /// The documents of a text that aren't empty.
  public static Checked<List<YamlTree>> read(Source source) {
    Reading reading = new Reading(source);
    YamlTrees trees = new YamlTrees(reading);
    List<YamlTree> documents = new ArrayList<>();
    YamlDocuments.forEach(
        source,
        reading,
        document -> {
          if (Scalars.kind(document) != Scalars.Kind.NULL) {
            documents.add(trees.tree(document, ObjectPath.ROOT, 0));
          }
        });
    return new Checked<>(List.copyOf(documents), reading.findings());
  }

  // Aliases can make a circle, so depth is counted here as well.
  private YamlTree tree(Node node, ObjectPath path, int depth) {
    if (depth > YamlDocuments.MAX_DEPTH || !reading.mayLook()) {
      reading.error(Code.PC0702, node, path, "the document is too deep or large", "");
      return new YamlTree.Nothing(reading.span(node));
    }
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, path, depth);
      case SequenceNode list -> list(list, path, depth);
      case ScalarNode scalar -> scalar(scalar, path);
      default -> throw new IllegalStateException("a node of " + node.getClass());
    };
  }

  private YamlTree mapping(MappingNode mapping, ObjectPath path, int depth) {
    Map<String, YamlTree> fields = new LinkedHashMap<>();
    for (NodeTuple field : mapping.getValue()) {
      if (field.getKeyNode() instanceof ScalarNode key) {
        ObjectPath at = path.child(key.getValue());
        YamlTree value = tree(field.getValueNode(), at, depth + 1);
        if (fields.putIfAbsent(key.getValue(), value) != null) {
          String message = "`" + key.getValue() + "` is there twice";
          reading.error(Code.PC0707, key, at, message, "");
        }
      } else {
        reading.error(Code.PC0705, field.getKeyNode(), path, "a key must be a string", "");
      }
    }
    return new YamlTree.Mapping(Collections.unmodifiableMap(fields), reading.span(mapping));
  }

  private YamlTree list(SequenceNode list, ObjectPath path, int depth) {
    List<YamlTree> items = new ArrayList<>();
    for (int i = 0; i < list.getValue().size() && !reading.exhausted(); i++) {
      items.add(tree(list.getValue().get(i), path.item(i), depth + 1));
    }
    return new YamlTree.Items(items, reading.span(list));
  }

  private YamlTree scalar(ScalarNode scalar, ObjectPath path) {
    return switch (Scalars.kind(scalar)) {
      case STRING -> new YamlTree.Text(scalar.getValue(), reading.span(scalar));
      case NUMBER -> new YamlTree.Numeral(scalar.getValue(), reading.span(scalar));
      case BOOLEAN -> new YamlTree.Flag(Scalars.isTrue(scalar.getValue()), reading.span(scalar));
      case NULL -> new YamlTree.Nothing(reading.span(scalar));
      case MAPPING, LIST, OTHER -> {
        String message = "`" + scalar.getTag() + "` is no tag of a policy";
        reading.error(Code.PC0705, scalar, path, message, "");
        yield new YamlTree.Nothing(reading.span(scalar));
      }
    };
  }
}
