package io.policyc.compiler.emit.cilium;

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

  /// The fields that mean the peer in a rule of a policy in the namespace `own`.
  List<Field> fields(Peer peer, String own) {
    if (peer instanceof Peer.Pods pods && pods.named() && pods.workload().isPresent()) {
      Workload workload = pods.workload().get();
      // Seen from any other namespace it is the same.
      return (workload.namespace().equals(own) ? atHome : away)
          .computeIfAbsent(workload, w -> made(peer, own));
    }
    return made(peer, own);
  }

  private static List<Field> made(Peer peer, String own) {
    return PeerFields.of(peer, own).stream().map(Field::new).toList();
  }
}
