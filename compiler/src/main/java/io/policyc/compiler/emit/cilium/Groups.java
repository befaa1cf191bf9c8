package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The pods of a peer that aren't named: which of them live where objects may be emitted, and which
/// of those are closed.
final class Groups {
  private final Territory territory;

  Groups(Territory territory) {
    this.territory = territory;
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

  private List<Piece> pieces(Peer.Pods pods) {
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
      if (!anyone.outside().equals(Optional.of(namespace))) {
        for (Selection rest : Complement.of(anyone.but(), namespace)) {
          pieces.add(new Piece(namespace, rest, List.of()));
        }
      }
    }
    return pieces;
  }

  /// Whether every pod of the piece is closed in the direction.
  boolean isClosed(Piece piece, Direction direction) {
    if (territory.isClosed(piece.namespace())) {
      return true;
    }
    for (Workload workload : territory.closed(piece.namespace(), direction)) {
      if (piece.within(workload.selection())) {
        return true;
      }
    }
    return false;
  }

  /// The pods of the piece that are surely closed in the direction.
  Set<Subject> closed(Piece piece, Direction direction) {
    if (isClosed(piece, direction)) {
      return Set.of(piece.subject(Subject.Effect.CLOSES));
    }
    Set<Subject> subjects = new LinkedHashSet<>();
    for (Workload workload : territory.closed(piece.namespace(), direction)) {
      if (workload.selection().mayOverlap(piece.selection())) {
        subjects.add(piece.and(workload.selection()).subject(Subject.Effect.CLOSES));
      }
    }
    return subjects;
  }

  /// The same, with the closed workload that each of them belongs to, for what is sent.
  List<DnsPlanner.Sender> senders(Piece piece) {
    if (territory.isClosed(piece.namespace())) {
      return List.of(DnsPlanner.Sender.of(piece.subject(Subject.Effect.CLOSES)));
    }
    List<DnsPlanner.Sender> senders = new ArrayList<>();
    for (Workload workload : territory.closed(piece.namespace(), Direction.EGRESS)) {
      if (workload.selection().mayOverlap(piece.selection())) {
        Subject whole = Subject.of(piece.namespace(), workload.selection(), Subject.Effect.CLOSES);
        Subject part = piece.and(workload.selection()).subject(Subject.Effect.CLOSES);
        senders.add(new DnsPlanner.Sender(part, whole));
      }
    }
    return senders;
  }

  /// The closed pods of a piece that may lie in a namespace of others; none then.
  Set<Subject> closedHere(Piece piece, Direction direction) {
    return territory.isOwn(piece.namespace()) ? closed(piece, direction) : Set.of();
  }
}
