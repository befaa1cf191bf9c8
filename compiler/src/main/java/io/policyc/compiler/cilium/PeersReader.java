package io.policyc.compiler.cilium;

import io.policyc.findings.ObjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/// Reads selectors and the `from…` and `to…` fields of rules.
final class PeersReader {
  private PeersReader() {}

  /// The fields of peers of a rule.
  static List<Peers> peers(Fields fields, boolean ingress, boolean allow) {
    String way = ingress ? "from" : "to";
    List<Peers> peers = new ArrayList<>(1);
    objects(fields, way + "Endpoints", PeersReader::selector, Peers.Endpoints::new, peers);
    fields.strings(way + "CIDR").map(Peers.Cidrs::new).ifPresent(peers::add);
    objects(fields, way + "CIDRSet", PeersReader::cidrRule, Peers.CidrSet::new, peers);
    fields
        .list(way + "Entities", (node, at) -> entity(fields, node, at))
        .map(Peers.Entities::new)
        .ifPresent(peers::add);
    objects(fields, way + "Nodes", PeersReader::selector, Peers.Nodes::new, peers);
    objects(fields, way + "Groups", PeersReader::group, Peers.Groups::new, peers);
    if (!ingress) {
      objects(fields, "toServices", PeersReader::service, Peers.Services::new, peers);
    }
    if (!ingress && allow) {
      objects(fields, "toFQDNs", PeersReader::name, Peers.Fqdns::new, peers);
    }
    return peers;
  }

  private static <T> void objects(
      Fields fields,
      String key,
      Function<Fields, T> read,
      Function<List<T>, Peers> make,
      List<Peers> peers) {
    fields.objects(key, read).map(make).ifPresent(peers::add);
  }

  private static Optional<Entity> entity(Fields fields, Node node, ObjectPath at) {
    return fields.values().word(node, at, Entity.values(), Entity::word);
  }

  /// A label selector.
  static EndpointSelector selector(Fields fields) {
    return new EndpointSelector(
        fields.map("matchLabels"),
        fields.objects("matchExpressions", PeersReader::expression).orElse(List.of()).stream()
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<MatchExpression> expression(Fields fields) {
    String key = fields.requiredString("key");
    Optional<MatchExpression.Operator> operator =
        fields.word("operator", MatchExpression.Operator.values(), MatchExpression.Operator::word);
    List<String> values = fields.strings("values").orElse(List.of());
    if (operator.isEmpty()) {
      fields.missing("operator");
    }
    return operator.map(word -> new MatchExpression(key, word, values));
  }

  /// A name or pattern of hosts.
  static FqdnSelector name(Fields fields) {
    return new FqdnSelector(fields.string("matchName"), fields.string("matchPattern"));
  }

  private static CidrRule cidrRule(Fields fields) {
    return new CidrRule(
        fields.string("cidr"),
        fields.string("cidrGroupRef"),
        fields.object("cidrGroupSelector", PeersReader::selector),
        fields.strings("except").orElse(List.of()));
  }

  private static GroupPeer group(Fields fields) {
    return new GroupPeer(
        fields.object(
            "aws",
            aws ->
                new GroupPeer.Aws(
                    aws.map("labels"),
                    aws.strings("securityGroupsIds").orElse(List.of()),
                    aws.strings("securityGroupsNames").orElse(List.of()),
                    aws.string("region"))));
  }

  private static ServicePeer service(Fields fields) {
    return new ServicePeer(
        fields.object(
            "k8sService",
            name -> new ServicePeer.ByName(name.string("serviceName"), name.string("namespace"))),
        fields.object("k8sServiceSelector", PeersReader::services));
  }

  private static ServicePeer.ByLabels services(Fields fields) {
    Optional<EndpointSelector> selector = fields.object("selector", PeersReader::selector);
    if (selector.isEmpty()) {
      fields.missing("selector");
    }
    return new ServicePeer.ByLabels(
        selector.orElse(EndpointSelector.EMPTY), fields.string("namespace"));
  }
}
