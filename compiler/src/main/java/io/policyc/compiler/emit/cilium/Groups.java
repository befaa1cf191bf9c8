package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pods of a peer that aren't named: which of them live where objects may be emitted, and which
/// of those are closed.
final class Groups {
  private final Territory territory;

  // Few groups stand in many sentences.
  private final Map<Piece, Parts> receiving = new HashMap<>();
  private final Map<Piece, Parts> sending = new HashMap<>();

  Groups(Territory territory) {
    this.territory = territory;
  }

  /// The parts of a peer but for some pods.
  List<Piece> pieces(PeerSet peers) {
    List<Piece> pieces = pieces(peers.of());
    return peers.but().isEmpty()
        ? pieces
        : pieces.stream()
            .flatMap(piece -> peers.rest(PodSet.of(piece)).stream().map(PodSet::piece))
            .toList();
  }

  /// The parts of a peer in the namespaces that objects may be emitted into.
  List<Piece> pieces(Peer peer) {
    return switch (peer) {
      case Peer.Pods pods -> pieces(pods);
      case Peer.Of(var entity) ->
          entity == Peer.Entity.CLUSTER ? everywhere(Selection.ALL, List.of()) : List.of();
      case Peer.Anyone anyone -> pieces(anyone);
      case Peer.Outside _ -> List.of();
    };
  }

  // For pods of a foreign workload others write the policy, whatever names them.
  private List<Piece> pieces(Peer.Pods pods) {
    if (pods.workload().map(Workload::foreign).orElse(false)) {
      return List.of();
    }
    return switch (pods.scope()) {
      case NamespaceScope.One(var namespace) ->
          territory.isOwn(namespace)
              ? List.of(new Piece(namespace, pods.selection(), List.of()))
              : List.of();
      case NamespaceScope.All() -> everywhere(pods.selection(), List.of());
      case NamespaceScope.Labelled(var labels) -> everywhere(pods.selection(), labels);
    };
  }

  private List<Piece> everywhere(Selection selection, List<LabelRequirement> namespaceLabels) {
    List<Piece> pieces = new ArrayList<>();
    for (String namespace : territory.namespaces()) {
      pieces.add(new Piece(namespace, selection, namespaceLabels));
    }
    return pieces;
  }

  private List<Piece> pieces(Peer.Anyone anyone) {
    List<Piece> pieces = new ArrayList<>();
    for (String namespace : territory.namespaces()) {
      for (PodSet rest : Complement.of(PodSet.in(namespace), PodSet.leftOut(anyone))) {
        pieces.add(rest.piece());
      }
    }
    return pieces;
  }

  /// Whether every pod of the piece is closed in the direction.
  boolean isClosed(Piece piece, Direction direction) {
    return parts(piece, direction).all();
  }

  /// The pods of the piece that are surely closed in the direction.
  Collection<Subject> closed(Piece piece, Direction direction) {
    return parts(piece, direction).subjects().keySet();
  }

  /// The closed pods among those of a piece that sends, each with the closed workload it is part
  /// of.
  List<DnsPlanner.Sender> senders(Piece piece) {
    return parts(piece, Direction.EGRESS).senders();
  }

  /// @param all whether all of the piece is closed
  /// @param subjects its closed pods, with the closed workload that they are part of
  private record Parts(
      boolean all, Map<Subject, Subject> subjects, List<DnsPlanner.Sender> senders) {
    static Parts of(boolean all, Map<Subject, Subject> subjects) {
      List<DnsPlanner.Sender> senders = new ArrayList<>();
      subjects.forEach((part, whole) -> senders.add(new DnsPlanner.Sender(part, whole)));
      return new Parts(all, subjects, senders);
    }
  }

  private Parts parts(Piece piece, Direction direction) {
    return (direction == Direction.INGRESS ? receiving : sending)
        .computeIfAbsent(piece, p -> divided(p, direction));
  }

  private Parts divided(Piece piece, Direction direction) {
    Subject whole = piece.subject(Subject.Effect.CLOSES);
    if (territory.isClosed(piece.namespace())) {
      return Parts.of(true, Map.of(whole, whole));
    }
    Map<Subject, Subject> parts = new LinkedHashMap<>();
    for (Workload workload : territory.closed(piece.namespace(), direction)) {
      Subject pods = Subject.of(piece.namespace(), workload.selection(), Subject.Effect.CLOSES);
      if (piece.within(workload.selection())) {
        return Parts.of(true, Map.of(whole, pods));
      }
      if (workload.selection().mayOverlap(piece.selection())) {
        parts.put(piece.and(workload.selection()).subject(Subject.Effect.CLOSES), pods);
      }
    }
    return Parts.of(false, parts);
  }

  /// The same of pods that may live in a namespace of others; none then.
  Collection<Subject> closedHere(Piece piece, Direction direction) {
    return territory.isOwn(piece.namespace()) ? closed(piece, direction) : List.of();
  }
}
