package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.Entity;
import io.policyc.compiler.cilium.MatchExpression;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Senders that a `deny` at the receiver refuses: never the node that the receiver runs on.
///
/// A rule that denies beats the one with which Cilium lets that node in, and the kubelet's probes
/// with it. The entities `all`, `cluster` and, on a node that runs the API server, `kube-apiserver`
/// hold it, so selectors without it stand in their place. A selector that mentions a `reserved:`
/// label means pods of every namespace, and what is no pod, too.
///
/// Source: Cilium v1.20.2, pkg/k8s/apis/cilium.io/utils/utils.go and pkg/ipcache/metadata.go,
/// resolveIdentity.
final class DenyPeers {
  private static final MatchExpression NOT_THE_NODE = MatchExpression.absent("reserved:host");

  private static final EndpointSelector EVERYTHING =
      EndpointSelector.of(Map.of(), List.of(NOT_THE_NODE));

  private static final EndpointSelector API_SERVER =
      EndpointSelector.of(
          Map.of(), List.of(MatchExpression.exists("reserved:kube-apiserver"), NOT_THE_NODE));

  private static final EndpointSelector PODS =
      Selectors.peer(new NamespaceScope.All(), Selection.ALL, "");

  // What is neither a pod in a namespace nor a node: the entity `cluster` holds it, too.
  private static final List<Entity> REST_OF_CLUSTER =
      List.of(Entity.REMOTE_NODE, Entity.INGRESS, Entity.INIT, Entity.HEALTH, Entity.UNMANAGED);

  private DenyPeers() {}

  static List<Peers> of(Peer peer, Direction direction, String own) {
    return switch (direction) {
      case EGRESS -> receivers(peer, own);
      case INGRESS -> senders(peer, own);
    };
  }

  private static List<Peers> receivers(Peer peer, String own) {
    if (peer instanceof Peer.Anyone anyone && !isEverybody(anyone)) {
      return List.of(
          new Peers.Entities(List.of(Entity.HOST)), new Peers.Endpoints(withoutSome(anyone)));
    }
    return PeerFields.of(peer, own);
  }

  private static List<Peers> senders(Peer peer, String own) {
    return switch (peer) {
      case Peer.Pods _, Peer.Outside _ -> PeerFields.of(peer, own);
      case Peer.Of(var entity) -> senders(entity);
      case Peer.Anyone anyone ->
          List.of(
              isEverybody(anyone)
                  ? PeerFields.endpoints(EVERYTHING)
                  : new Peers.Endpoints(withoutSome(anyone)));
    };
  }

  private static boolean isEverybody(Peer.Anyone anyone) {
    return anyone.outside().isEmpty() && anyone.but().isEmpty();
  }

  private static List<Peers> senders(Peer.Entity entity) {
    return switch (entity) {
      case KUBE_APISERVER -> List.of(PeerFields.endpoints(API_SERVER));
      case CLUSTER ->
          List.of(
              new Peers.Entities(REST_OF_CLUSTER), new Peers.Endpoints(List.of(PODS, API_SERVER)));
      case WORLD, HOST, REMOTE_NODE, INGRESS ->
          List.of(new Peers.Entities(List.of(PeerFields.entity(entity))));
    };
  }

  /// Everything but the node and what is left out. What has no namespace is in none of those named,
  /// so `not in` holds the world, the nodes and whatever else Cilium knows: a `deny` that listed
  /// them would let through what it forgot.
  private static List<EndpointSelector> withoutSome(Peer.Anyone anyone) {
    List<EndpointSelector> selectors = new ArrayList<>();
    List<String> apart = PeerFields.apart(anyone);
    selectors.add(
        EndpointSelector.of(
            Map.of(), List.of(MatchExpression.notIn(Selectors.NAMESPACE, apart), NOT_THE_NODE)));
    for (String namespace : apart) {
      if (!anyone.outside().equals(Optional.of(namespace))) {
        for (Selection rest : Complement.of(anyone.but(), namespace)) {
          selectors.add(Selectors.everywhere(namespace, rest, NOT_THE_NODE));
        }
      }
    }
    return selectors;
  }
}
