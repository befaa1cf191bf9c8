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

  /// Every peer but the node.
  static final EndpointSelector EVERYTHING = EndpointSelector.of(Map.of(), List.of(NOT_THE_NODE));

  /// The API server, where it is not the node.
  static final EndpointSelector API_SERVER =
      EndpointSelector.of(
          Map.of(), List.of(MatchExpression.exists("reserved:kube-apiserver"), NOT_THE_NODE));

  private static final EndpointSelector PODS =
      Selectors.peer(new NamespaceScope.All(), Selection.ALL, "");

  // What is neither a pod in a namespace nor the node: a `deny` that forgot one would let it in.
  private static final List<Entity> NO_PODS =
      List.of(Entity.REMOTE_NODE, Entity.INGRESS, Entity.INIT, Entity.HEALTH, Entity.UNMANAGED);

  private DenyPeers() {}

  static List<Peers> of(Peer peer, Direction direction, String own) {
    return switch (direction) {
      case EGRESS -> receivers(peer, own);
      case INGRESS -> senders(peer, own);
    };
  }

  private static List<Peers> receivers(Peer peer, String own) {
    if (peer instanceof Peer.Anyone anyone && !anyone.isEverybody()) {
      return List.of(
          noPods(Entity.WORLD, Entity.HOST, Entity.KUBE_APISERVER),
          PeerFields.pods(PeerSet.of(anyone)));
    }
    return PeerFields.of(peer, own);
  }

  private static List<Peers> senders(Peer peer, String own) {
    return switch (peer) {
      case Peer.Pods _, Peer.Outside _ -> PeerFields.of(peer, own);
      case Peer.Of(var entity) -> senders(entity);
      case Peer.Anyone anyone ->
          anyone.isEverybody()
              ? List.of(PeerFields.endpoints(EVERYTHING))
              // An API server outside the cluster is part of the world, one inside is a node.
              : List.of(noPods(Entity.WORLD), PeerFields.pods(PeerSet.of(anyone)));
    };
  }

  private static List<Peers> senders(Peer.Entity entity) {
    return switch (entity) {
      case KUBE_APISERVER -> List.of(PeerFields.endpoints(API_SERVER));
      case CLUSTER -> List.of(noPods(), new Peers.Endpoints(List.of(PODS, API_SERVER)));
      case WORLD, HOST, REMOTE_NODE, INGRESS ->
          List.of(new Peers.Entities(List.of(PeerFields.entity(entity))));
    };
  }

  private static Peers noPods(Entity... more) {
    List<Entity> entities = new ArrayList<>(NO_PODS);
    entities.addAll(List.of(more));
    return new Peers.Entities(entities);
  }
}
