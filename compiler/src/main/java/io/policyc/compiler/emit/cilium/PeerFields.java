package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.CidrRule;
import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.Entity;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.model.External;
import io.policyc.compiler.model.Peer;
import java.util.ArrayList;
import java.util.List;

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

  // `cluster` but for its pods.
  private static final List<Entity> IN_THE_CLUSTER =
      List.of(
          Entity.HOST,
          Entity.REMOTE_NODE,
          Entity.KUBE_APISERVER,
          Entity.INGRESS,
          Entity.INIT,
          Entity.HEALTH,
          Entity.UNMANAGED);

  private PeerFields() {}

  /// The fields that mean the peers in a rule of a policy in the namespace `own`.
  static List<Peers> of(PeerSet peers, String own) {
    if (peers.but().isEmpty()) {
      return of(peers.of(), own);
    }
    return switch (peers.of()) {
      case Peer.Pods _ -> List.of(podsHere(peers, own));
      case Peer.Of _ -> List.of(new Peers.Entities(IN_THE_CLUSTER), podsHere(peers, own));
      case Peer.Anyone anyone -> List.of(new Peers.Entities(noPods(anyone)), pods(peers));
      case Peer.Outside(var external) -> of(external);
    };
  }

  private static Peers podsHere(PeerSet peers, String own) {
    return new Peers.Endpoints(
        peers.rest().stream().map(pods -> Selectors.peer(pods, own)).toList());
  }

  /// What `anyone` means but for pods that have labels.
  static List<Entity> noPods(Peer.Anyone anyone) {
    if (!anyone.isEverybody()) {
      return NO_PODS;
    }
    List<Entity> all = new ArrayList<>(NO_PODS);
    all.add(Entity.INIT);
    all.add(Entity.UNMANAGED);
    return all;
  }

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
    if (anyone.isEverybody()) {
      return List.of(new Peers.Entities(List.of(Entity.ALL)));
    }
    return List.of(new Peers.Entities(NO_PODS), pods(PeerSet.of(anyone)));
  }

  /// What is left of the pods of every cluster of a mesh, as a field.
  static Peers pods(PeerSet peers) {
    return new Peers.Endpoints(peers.rest().stream().map(Selectors::inEachCluster).toList());
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
