package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.Peer;
import java.util.ArrayList;
import java.util.List;

/// A peer but for some pods.
///
/// @param but none for what is neither pods nor a name for pods and others
record PeerSet(Peer of, List<Peer.Pods> but) {
  PeerSet {
    but = List.copyOf(but);
  }

  static PeerSet of(Peer peer) {
    return new PeerSet(peer, List.of());
  }

  /// The peer with the pods that are left out.
  PeerSet whole() {
    return but.isEmpty() ? this : of(of);
  }

  /// What is left of some of its pods.
  List<PodSet> rest(PodSet pods) {
    return Complement.of(pods, out());
  }

  /// What is left of its pods.
  List<PodSet> rest() {
    return switch (of) {
      case Peer.Pods pods -> rest(PodSet.of(pods.scope(), pods.selection()));
      case Peer.Anyone anyone -> {
        List<PodSet> out = new ArrayList<>(PodSet.leftOut(anyone));
        out.addAll(out());
        yield Complement.of(PodSet.ALL, out);
      }
      case Peer.Of(var entity) -> entity == Peer.Entity.CLUSTER ? rest(PodSet.ALL) : List.of();
      case Peer.Outside _ -> List.of();
    };
  }

  private List<PodSet> out() {
    return but.stream().map(pods -> PodSet.of(pods.scope(), pods.selection())).toList();
  }
}
