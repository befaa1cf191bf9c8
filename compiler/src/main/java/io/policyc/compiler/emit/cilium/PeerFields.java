package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.CidrRule;
import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.Entity;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.model.External;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A peer as the fields of rules: one rule for each, since Cilium refuses two kinds in one.
final class PeerFields {
  // Everything that is no pod. `init` and `unmanaged` are not here: nobody can say whether such an
  // endpoint will turn out to be one of the pods that are left out.
  private static final List<Entity> NO_PODS =
      List.of(
          Entity.HOST,
          Entity.REMOTE_NODE,
          Entity.WORLD,
          Entity.KUBE_APISERVER,
          Entity.INGRESS,
          Entity.HEALTH);

  private PeerFields() {}

  /// The fields that mean the peer in a rule of a policy in the namespace `own`.
  static List<Peers> of(Peer peer, String own) {
    return switch (peer) {
      case Peer.Pods pods ->
          List.of(endpoints(Selectors.peer(pods.scope(), pods.selection(), own)));
      case Peer.Of(var entity) -> List.of(new Peers.Entities(List.of(entity(entity))));
      case Peer.Outside(var external) -> of(external);
      case Peer.Anyone anyone -> of(anyone);
    };
  }

  /// One selector as a field.
  static Peers endpoints(EndpointSelector selector) {
    return new Peers.Endpoints(List.of(selector));
  }

  private static List<Peers> of(External external) {
    List<Peers> fields = new ArrayList<>();
    List<CidrRule> cidrs = new ArrayList<>();
    external.ranges().forEach(range -> cidrs.add(CidrRule.cidr(range.cidr(), range.except())));
    external.cidrGroups().forEach(group -> cidrs.add(CidrRule.group(group)));
    if (!cidrs.isEmpty()) {
      fields.add(new Peers.CidrSet(cidrs));
    }
    if (!external.hosts().isEmpty()) {
      fields.add(new Peers.Fqdns(external.hosts().stream().map(DnsNames::selector).toList()));
    }
    return fields;
  }

  private static List<Peers> of(Peer.Anyone anyone) {
    if (anyone.outside().isEmpty() && anyone.but().isEmpty()) {
      return List.of(new Peers.Entities(List.of(Entity.ALL)));
    }
    return List.of(new Peers.Entities(NO_PODS), new Peers.Endpoints(pods(anyone)));
  }

  /// The pods of every cluster of a mesh but those left out.
  static List<EndpointSelector> pods(Peer.Anyone anyone) {
    List<String> apart = apart(anyone);
    List<EndpointSelector> selectors = new ArrayList<>();
    selectors.add(Selectors.outside(apart));
    for (String namespace : apart) {
      if (!anyone.outside().equals(Optional.of(namespace))) {
        for (Selection rest : Complement.of(anyone.but(), namespace)) {
          selectors.add(Selectors.inside(namespace, rest));
        }
      }
    }
    return selectors;
  }

  /// The namespaces of which some or all pods are left out, sorted.
  private static List<String> apart(Peer.Anyone anyone) {
    TreeSet<String> apart = new TreeSet<>();
    anyone.outside().ifPresent(apart::add);
    anyone.but().stream().map(Workload::namespace).forEach(apart::add);
    return List.copyOf(apart);
  }

  static Entity entity(Peer.Entity entity) {
    return switch (entity) {
      case WORLD -> Entity.WORLD;
      case CLUSTER -> Entity.CLUSTER;
      case HOST -> Entity.HOST;
      case REMOTE_NODE -> Entity.REMOTE_NODE;
      case KUBE_APISERVER -> Entity.KUBE_APISERVER;
      case INGRESS -> Entity.INGRESS;
    };
  }
}
