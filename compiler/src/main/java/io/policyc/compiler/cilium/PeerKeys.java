package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names for peers: entries whose peers have one name are merged by Cilium.
///
/// Source: Cilium v1.20.2 `pkg/policy/utils/parserules.go`, `pkg/k8s/apis/cilium.io/utils`,
/// `pkg/policy/api/entity.go`. Where Cilium tells `any:x` from `k8s:x`, the names here don't.
final class PeerKeys {
  private static final String NAMESPACE = "io.kubernetes.pod.namespace";
  private static final String NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";
  private static final String EVERYONE = "*";

  /// What `cluster` and `cluster-mesh` consist of beside pods.
  private static final List<String> CLUSTER =
      List.of(
          "reserved:host=",
          "reserved:remote-node=",
          "reserved:init=",
          "reserved:ingress=",
          "reserved:health=",
          "reserved:unmanaged=",
          "reserved:kube-apiserver=");

  private PeerKeys() {}

  /// The names of an entry's peers; none when the entry selects nobody.
  static List<String> of(String namespace, List<Peers> fields) {
    List<String> keys = new ArrayList<>();
    for (Peers peers : fields) {
      if (peers.size() == 0 && selectsNobodyWhenEmpty(peers)) {
        return List.of();
      }
      add(keys, namespace, peers);
    }
    return keys.isEmpty() ? List.of(EVERYONE) : keys;
  }

  // An empty `toFQDNs`, `toServices` or `toGroups` is overlooked, and everyone is meant.
  private static boolean selectsNobodyWhenEmpty(Peers peers) {
    return switch (peers) {
      case Peers.Endpoints _, Peers.Nodes _, Peers.Cidrs _, Peers.CidrSet _, Peers.Entities _ ->
          true;
      case Peers.Fqdns _, Peers.Services _, Peers.Groups _ -> false;
    };
  }

  private static void add(List<String> keys, String namespace, Peers peers) {
    switch (peers) {
      case Peers.Endpoints(var selectors) ->
          selectors.forEach(selector -> keys.add(endpoints(namespace, selector)));
      case Peers.Nodes(var selectors) ->
          selectors.forEach(selector -> keys.add("node " + selector(selector)));
      case Peers.Cidrs(var cidrs) -> cidrs.forEach(cidr -> keys.add("cidr:" + cidr));
      case Peers.CidrSet(var rules) -> rules.forEach(rule -> keys.add(cidr(rule)));
      case Peers.Entities(var entities) -> entities.forEach(entity -> add(keys, entity));
      case Peers.Groups(var groups) -> groups.forEach(group -> keys.add(group.toString()));
      case Peers.Services(var services) ->
          services.forEach(service -> keys.add(service.toString()));
      case Peers.Fqdns(var names) -> names.forEach(name -> keys.add(name.toString()));
    }
  }

  private static void add(List<String> keys, Entity entity) {
    switch (entity) {
      case ALL -> keys.add(EVERYONE);
      case CLUSTER, CLUSTER_MESH -> {
        keys.addAll(CLUSTER);
        keys.add(entity.word());
      }
      case WORLD, HOST, INIT, INGRESS, UNMANAGED, REMOTE_NODE, HEALTH, NONE, KUBE_APISERVER ->
          keys.add("reserved:" + entity.word() + "=");
    }
  }

  private static String cidr(CidrRule rule) {
    String except = rule.except().isEmpty() ? "" : "-" + rule.except();
    Optional<String> group = rule.cidrGroupRef().map(name -> "group:" + name);
    return group
            .or(() -> rule.cidr().map(cidr -> "cidr:" + cidr))
            .orElseGet(() -> rule.cidrGroupSelector().map(PeerKeys::selector).orElse(""))
        + except;
  }

  private static String endpoints(String namespace, EndpointSelector selector) {
    String own = selector(selector);
    return needsNamespace(selector) ? NAMESPACE + "=" + namespace + ";" + own : own;
  }

  private static boolean needsNamespace(EndpointSelector selector) {
    for (String key : selector.matchLabels().keySet()) {
      if (saysNamespace(key)) {
        return false;
      }
    }
    for (MatchExpression expression : selector.matchExpressions()) {
      if (saysNamespace(expression.key())) {
        return false;
      }
    }
    return true;
  }

  private static boolean saysNamespace(String key) {
    String bare = Overlap.key(key);
    return bare.equals(NAMESPACE)
        || bare.startsWith(NAMESPACE_LABELS)
        || key.startsWith("reserved:");
  }

  // The namespace comes first, as where it is added.
  private static String selector(EndpointSelector selector) {
    StringBuilder key = new StringBuilder();
    StringBuilder rest = new StringBuilder();
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      String bare = Overlap.key(label.getKey());
      StringBuilder to = bare.equals(NAMESPACE) ? key : rest;
      to.append(bare).append('=').append(label.getValue());
      if (!bare.startsWith("reserved:")) {
        to.append(';');
      }
    }
    for (MatchExpression expression : selector.matchExpressions()) {
      rest.append(Overlap.key(expression.key())).append(' ').append(expression.operator());
      rest.append(expression.values()).append(';');
    }
    return key.append(rest).toString();
  }
}
