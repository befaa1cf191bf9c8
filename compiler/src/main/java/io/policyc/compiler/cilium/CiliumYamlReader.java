package io.policyc.compiler.cilium;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads CiliumNetworkPolicies: what [CiliumYamlWriter] writes, and what people write.
///
/// Only SnakeYAML's nodes are used. A text over 64 Mi characters, deeper than 50 levels, with more
/// than 1,000 aliases of collections or more than 100,000 documents is refused. Documents of other
/// kinds are named in a note; lists of objects are opened.
public final class CiliumYamlReader {
  private static final int MAX_CHARS = 64 << 20;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_ALIASES = 1_000;
  private static final int MAX_DOCUMENTS = 100_000;

  private final Reading reading;
  private final List<CiliumNetworkPolicy> policies = new ArrayList<>();

  private CiliumYamlReader(Source source) {
    this.reading = new Reading(source);
  }

  /// The policies of a text, in their order.
  ///
  /// With errors, policies lack what could not be read and must not be relied on.
  public static Checked<List<CiliumNetworkPolicy>> read(Source source) {
    if (source.text().length() > MAX_CHARS) {
      String message = "`" + source.name() + "` has more than " + MAX_CHARS + " characters";
      return new Checked<>(
          List.of(), List.of(Finding.of(CiliumCodes.TOO_LARGE, Level.ERROR, message)));
    }
    CiliumYamlReader reader = new CiliumYamlReader(source);
    reader.documents(source.text());
    return new Checked<>(List.copyOf(reader.policies), reader.reading.findings());
  }

  private void documents(String text) {
    try {
      Composer composer = composer(text);
      for (int count = 0; composer.checkNode() && !reading.exhausted(); count++) {
        Node document = composer.getNode();
        if (count == MAX_DOCUMENTS) {
          String message = "there are more than " + MAX_DOCUMENTS + " documents";
          reading.error(CiliumCodes.TOO_LARGE, document, ObjectPath.ROOT, message, "split it");
          return;
        }
        document(document, ObjectPath.ROOT);
      }
    } catch (YAMLException e) {
      reading.add(notYaml(e));
    }
  }

  private static Composer composer(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    return new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
  }

  private Finding notYaml(YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      String message = "this is no YAML: " + oneLine(String.valueOf(marked.getProblem()));
      return Finding.at(
          CiliumCodes.NOT_YAML, Level.ERROR, reading.span(marked.getProblemMark()), message);
    }
    if (e instanceof ReaderException bad) {
      String message = "YAML has no place for U+%04X".formatted(bad.getCodePoint());
      return Finding.at(
          CiliumCodes.NOT_YAML, Level.ERROR, reading.span(bad.getPosition()), message);
    }
    // What is left are SnakeYAML's limits, which carry no mark.
    return Finding.of(CiliumCodes.TOO_LARGE, Level.ERROR, oneLine(String.valueOf(e.getMessage())));
  }

  private static String oneLine(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    String cut = line.length() > 200 ? line.substring(0, 200) + "…" : line;
    return cut.isEmpty() ? cut : Character.toLowerCase(cut.charAt(0)) + cut.substring(1);
  }

  private void document(Node document, ObjectPath path) {
    if (Scalars.kind(document) == Scalars.Kind.NULL) {
      return;
    }
    Fields fields = Fields.of(reading, path, document);
    if (!(document instanceof MappingNode)) {
      return;
    }
    String apiVersion = fields.requiredString("apiVersion");
    String kind = fields.requiredString("kind");
    if (kind.equals("CiliumNetworkPolicy") && apiVersion.equals("cilium.io/v2")) {
      policies.add(PolicyReader.policy(fields));
    } else if (kind.endsWith("List") && path.equals(ObjectPath.ROOT)) {
      fields.list("items", this::item);
    } else if (!kind.isEmpty() && !apiVersion.isEmpty()) {
      otherKind(document, path, apiVersion, kind);
    }
  }

  private Optional<Node> item(Node item, ObjectPath path) {
    document(item, path);
    return Optional.empty();
  }

  private void otherKind(Node document, ObjectPath path, String apiVersion, String kind) {
    boolean clusterwide = kind.equals("CiliumClusterwideNetworkPolicy");
    boolean otherVersion = kind.equals("CiliumNetworkPolicy");
    String message = "`" + kind + "` of `" + apiVersion + "` is not read";
    Level level = clusterwide || otherVersion ? Level.WARNING : Level.NOTE;
    Node at = ((MappingNode) document).getValue().getFirst().getKeyNode();
    Finding finding =
        Finding.at(CiliumCodes.OTHER_KIND, level, reading.span(kindNode(document, at)), message);
    reading.add(
        (otherVersion ? finding.withHelp("write `apiVersion: cilium.io/v2`") : finding)
            .withPath(path));
  }

  private static Node kindNode(Node document, Node otherwise) {
    return ((MappingNode) document)
        .getValue().stream()
            .filter(
                field ->
                    field.getKeyNode() instanceof ScalarNode key && key.getValue().equals("kind"))
            .map(NodeTuple::getValueNode)
            .findFirst()
            .orElse(otherwise);
  }
}
