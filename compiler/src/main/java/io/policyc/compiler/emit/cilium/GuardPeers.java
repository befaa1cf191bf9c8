package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.Entity;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.model.Peer;
import java.util.ArrayList;
import java.util.List;

/// Senders that a guard at the receiver looks at: never the node that the receiver runs on.
///
/// That node always reaches its pods. A guard for it would send what it says, such as the kubelet's
/// probes by TCP, to Envoy, which takes only what it is told to look at.
final class GuardPeers {
  private static final List<Entity> IN_THE_CLUSTER =
      List.of(Entity.REMOTE_NODE, Entity.INGRESS, Entity.INIT, Entity.HEALTH, Entity.UNMANAGED);

  private GuardPeers() {}

  /// Whether a peer may hold the node.
  static boolean mayHoldNode(Peer peer) {
    return peer instanceof Peer.Of || peer instanceof Peer.Anyone;
  }

  /// The fields that mean the peers in a rule of a policy in the namespace `own`.
  static List<Peers> of(PeerSet peers, String own) {
    return switch (peers.of()) {
      case Peer.Pods _, Peer.Outside _ -> PeerFields.of(peers, own);
      case Peer.Of(var entity) ->
          switch (entity) {
            case CLUSTER -> cluster(peers, own);
            case KUBE_APISERVER -> List.of(PeerFields.endpoints(DenyPeers.API_SERVER));
            case WORLD, HOST, REMOTE_NODE, INGRESS -> PeerFields.of(peers, own);
          };
      case Peer.Anyone anyone ->
          anyone.isEverybody() && peers.but().isEmpty()
              ? List.of(PeerFields.endpoints(DenyPeers.EVERYTHING))
              : List.of(new Peers.Entities(anywhere(anyone)), PeerFields.pods(peers));
    };
  }

  // An API server outside of the cluster is part of the world, one inside is a node.
  private static List<Entity> anywhere(Peer.Anyone anyone) {
    List<Entity> entities = new ArrayList<>(PeerFields.noPods(anyone));
    entities.removeAll(List.of(Entity.HOST, Entity.KUBE_APISERVER));
    return entities;
  }

  private static List<Peers> cluster(PeerSet peers, String own) {
    List<EndpointSelector> selectors = new ArrayList<>();
    peers.rest().forEach(pods -> selectors.add(Selectors.peer(pods, own)));
    selectors.add(DenyPeers.API_SERVER);
    return List.of(new Peers.Entities(IN_THE_CLUSTER), new Peers.Endpoints(selectors));
  }
}
