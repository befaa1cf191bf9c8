package io.policyc.compiler.cilium;

import io.policyc.compiler.yaml.YamlOut;
import java.util.List;
import java.util.Optional;

/// Writes policies as YAML: the same policy gives the same bytes.
///
/// [CiliumYamlReader] reads back every policy that is written here, without its comments.
public final class CiliumYamlWriter {
  private final YamlOut yaml;
  private final PeersWriter peers;
  private final PortsWriter ports;

  private CiliumYamlWriter(StringBuilder out) {
    yaml = new YamlOut(out);
    peers = new PeersWriter(yaml);
    ports = new PortsWriter(yaml);
  }

  /// One document, ending in a new line.
  public static String write(CiliumNetworkPolicy policy) {
    StringBuilder out = new StringBuilder(1024);
    append(out, policy);
    return out.toString();
  }

  /// Documents in this order, with `---` between them.
  public static String write(List<CiliumNetworkPolicy> policies) {
    StringBuilder out = new StringBuilder(1024 * Math.max(1, policies.size()));
    for (int i = 0; i < policies.size(); i++) {
      append(i == 0 ? out : out.append("---\n"), policies.get(i));
    }
    return out.toString();
  }

  /// Appends one document, ending in a new line.
  public static void append(StringBuilder out, CiliumNetworkPolicy policy) {
    new CiliumYamlWriter(out).policy(policy);
  }

  private void policy(CiliumNetworkPolicy policy) {
    yaml.comments(policy.comments().lines())
        .field("apiVersion", "cilium.io/v2")
        .field("kind", "CiliumNetworkPolicy");
    metadata(policy.metadata());
    if (policy.spec().isPresent()) {
      yaml.open("spec");
      rule(policy.spec().get());
      yaml.close();
    }
    if (!policy.specs().isEmpty()) {
      yaml.open("specs");
      policy.specs().forEach(this::item);
      yaml.close();
    }
  }

  private void metadata(Metadata metadata) {
    yaml.open("metadata")
        .field("name", metadata.name())
        .field("namespace", metadata.namespace())
        .map("labels", metadata.labels())
        .map("annotations", metadata.annotations())
        .close();
  }

  private void item(PolicyRule rule) {
    if (rule.equals(PolicyRules.EMPTY)) {
      yaml.emptyItem();
    } else {
      yaml.item();
      rule(rule);
      yaml.close();
    }
  }

  private void rule(PolicyRule rule) {
    yaml.field("description", rule.description());
    rule.endpointSelector().ifPresent(pods -> peers.selector("endpointSelector", pods));
    rule.nodeSelector().ifPresent(nodes -> peers.selector("nodeSelector", nodes));
    defaultDeny(rule.enableDefaultDeny());
    allow("ingress", "from", rule.ingress());
    deny("ingressDeny", "from", rule.ingressDeny());
    allow("egress", "to", rule.egress());
    deny("egressDeny", "to", rule.egressDeny());
    labels(rule.labels());
    if (rule.log().isPresent()) {
      yaml.open("log").field("value", rule.log()).close();
    }
  }

  private void defaultDeny(DefaultDeny deny) {
    if (!deny.isUnsaid()) {
      yaml.open("enableDefaultDeny");
      flag("ingress", deny.ingress());
      flag("egress", deny.egress());
      yaml.close();
    }
  }

  private void flag(String key, Optional<Boolean> flag) {
    if (flag.isPresent()) {
      yaml.literal(key, flag.get() ? "true" : "false");
    }
  }

  private void allow(String key, String direction, List<AllowRule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    yaml.open(key);
    for (AllowRule rule : rules) {
      yaml.comments(rule.comments().lines());
      if (rule.equals(AllowRule.NOTHING)) {
        yaml.emptyItem();
      } else {
        allow(direction, rule);
      }
    }
    yaml.close();
  }

  private void allow(String direction, AllowRule rule) {
    yaml.item();
    peers.write(direction, rule.peers());
    ports.allow(rule.toPorts());
    ports.icmps(rule.icmps());
    if (rule.authentication().isPresent()) {
      yaml.open("authentication").field("mode", rule.authentication().get().word()).close();
    }
    yaml.close();
  }

  private void deny(String key, String direction, List<DenyRule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    yaml.open(key);
    for (DenyRule rule : rules) {
      yaml.comments(rule.comments().lines());
      if (rule.equals(PolicyRules.DENY_NOTHING)) {
        yaml.emptyItem();
      } else {
        yaml.item();
        peers.write(direction, rule.peers());
        ports.deny(rule.toPorts());
        ports.icmps(rule.icmps());
        yaml.close();
      }
    }
    yaml.close();
  }

  private void labels(List<RuleLabel> labels) {
    if (labels.isEmpty()) {
      return;
    }
    yaml.open("labels");
    for (RuleLabel label : labels) {
      yaml.item()
          .field("key", label.key())
          .field("value", label.value())
          .field("source", label.source())
          .close();
    }
    yaml.close();
  }
}
