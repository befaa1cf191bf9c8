package io.policyc.compiler.cilium;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// What a YAML value is to an API server, which reads with sigs.k8s.io/yaml: `y`, `1:30` and dates
/// are strings there, `08` and `0o10` numbers.
final class Scalars {
  /// What a value is.
  enum Kind {
    /// Text.
    STRING("a string"),
    /// Whole or not.
    NUMBER("a number"),
    /// `true`, `yes`, `on` and their opposites.
    BOOLEAN("a boolean"),
    /// Nothing, `~` or `null`.
    NULL("null"),
    /// Keys and values.
    MAPPING("a mapping"),
    /// Items.
    LIST("a list"),
    /// A value with a tag that means nothing here.
    OTHER("a tagged value");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As messages call it.
    String words() {
      return words;
    }
  }

  private Scalars() {}

  /// What a value is.
  static Kind kind(Node node) {
    if (node instanceof MappingNode) {
      return Kind.MAPPING;
    }
    if (node instanceof SequenceNode) {
      return Kind.LIST;
    }
    return node instanceof ScalarNode scalar ? kind(scalar) : Kind.OTHER;
  }

  private static Kind kind(ScalarNode node) {
    Tag tag = node.getTag();
    if (!node.isPlain()) {
      return tag.equals(Tag.STR) ? Kind.STRING : Kind.OTHER;
    }
    if (tag.equals(Tag.STR)) {
      return looksLikeNumber(node.getValue()) ? Kind.NUMBER : Kind.STRING;
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return node.getValue().indexOf(':') >= 0 ? Kind.STRING : Kind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Kind.BOOLEAN;
    }
    if (tag.equals(Tag.NULL)) {
      return Kind.NULL;
    }
    return tag.equals(Tag.TIMESTAMP) || tag.equals(Tag.MERGE) ? Kind.STRING : Kind.OTHER;
  }

  // `!!str 8080` lands here, too, and is refused: nobody writes it in a policy.
  private static boolean looksLikeNumber(String text) {
    String digits = text.startsWith("0o") ? text.substring(2) : text;
    return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Whether a boolean of YAML 1.1 means yes.
  static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true")
        || text.equalsIgnoreCase("yes")
        || text.equalsIgnoreCase("on");
  }
}
