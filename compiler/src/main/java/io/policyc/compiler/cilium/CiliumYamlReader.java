package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/// Reads CiliumNetworkPolicies: what [CiliumYamlWriter] writes, and what people write.
///
/// The text may have 64 Mi characters, 50 levels, 1,000 aliases of collections and 100,000
/// documents. Documents of other kinds are named in a note; lists of objects are opened.
public final class CiliumYamlReader {
  private static final String API_VERSION = "cilium.io/v2";

  private final Reading reading;
  private final List<CiliumNetworkPolicy> policies = new ArrayList<>();

  private CiliumYamlReader(Reading reading) {
    this.reading = reading;
  }

  /// The policies of a text, in their order.
  ///
  /// With errors, policies lack what could not be read and must not be relied on.
  public static Checked<List<CiliumNetworkPolicy>> read(Source source) {
    Reading reading = new Reading(source);
    CiliumYamlReader reader = new CiliumYamlReader(reading);
    YamlDocuments.forEach(source, reading, document -> reader.document(document, ObjectPath.ROOT));
    return new Checked<>(List.copyOf(reader.policies), reading.findings());
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
    Node at = fields.peek("kind").orElse(document);
    String kind = fields.requiredString("kind");
    if (kind.equals("CiliumNetworkPolicy") && apiVersion.equals(API_VERSION)) {
      policies.add(PolicyReader.policy(fields));
    } else if (kind.endsWith("List") && path.equals(ObjectPath.ROOT)) {
      fields.list("items", this::item);
    } else if (!kind.isEmpty() && !apiVersion.isEmpty()) {
      reading.add(otherKind(at, apiVersion, kind).withPath(path));
    }
  }

  private Optional<Node> item(Node item, ObjectPath path) {
    document(item, path);
    return Optional.empty();
  }

  private Finding otherKind(Node at, String apiVersion, String kind) {
    boolean otherVersion = kind.equals("CiliumNetworkPolicy");
    boolean policy = otherVersion || kind.equals("CiliumClusterwideNetworkPolicy");
    String message = "`" + kind + "` of `" + apiVersion + "` is not read";
    Finding finding = (policy ? Code.PC0713 : Code.PC0703).at(reading.span(at), message);
    return otherVersion ? finding.withHelp("write `apiVersion: " + API_VERSION + "`") : finding;
  }
}
