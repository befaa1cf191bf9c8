package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Workload;
import java.util.IdentityHashMap;
import java.util.List;

/// What workloads are as subjects and as peers, made once for each.
final class NamedPeers {
  private final IdentityHashMap<Workload, Subject> subjects = new IdentityHashMap<>();
  private final IdentityHashMap<Workload, List<Field>> atHome = new IdentityHashMap<>();
  private final IdentityHashMap<Workload, List<Field>> away = new IdentityHashMap<>();

  /// The pods of a workload, which its being named closes.
  Subject subject(Workload workload) {
    return subjects.computeIfAbsent(
        workload, w -> Subject.of(w.namespace(), w.selection(), Subject.Effect.CLOSES));
  }

  /// The fields that mean the peers in a rule of a policy in the namespace `own`.
  ///
  /// @param withoutNode whether the node that the policy's pods run on is left out
  List<Field> fields(PeerSet peers, String own, boolean withoutNode) {
    if (withoutNode && GuardPeers.mayHoldNode(peers.of())) {
      return fields(GuardPeers.of(peers, own));
    }
    if (peers.but().isEmpty()
        && peers.of() instanceof Peer.Pods pods
        && pods.named()
        && pods.workload().isPresent()) {
      Workload workload = pods.workload().get();
      // Seen from any other namespace it is the same.
      return (workload.namespace().equals(own) ? atHome : away)
          .computeIfAbsent(workload, w -> fields(PeerFields.of(peers, own)));
    }
    return fields(PeerFields.of(peers, own));
  }

  private static List<Field> fields(List<Peers> peers) {
    return peers.stream().map(Field::new).toList();
  }
}
