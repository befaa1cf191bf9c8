package io.policyc.compiler.resolve;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is left of an end when some pods are taken out.
record Rest(Peer of, List<Peer.Pods> but) {
  private static final int MOST_LOOKED_AT = 32;

  static Rest of(Peer peer) {
    return new Rest(peer, List.of());
  }

  /// Whether it may have a peer in common with an end.
  boolean mayMeet(Peer other) {
    // To take the same pods out twice says nothing else: of very many that is not looked for.
    return Peers.mayOverlap(of, other)
        && (but.size() > MOST_LOOKED_AT
            || but.stream().noneMatch(pods -> Within.is(other, pods) || Within.is(of, pods)));
  }

  /// Whether it surely lies within an end.
  boolean isWithin(Peer other) {
    return Within.is(of, other);
  }

  /// What is left when an end is taken out as well; empty where no rule can say it.
  Optional<List<Rest>> without(Peer other) {
    return switch (of) {
      case Peer.Pods pods -> without(pods, other);
      // Both mean more than pods, and of what Cilium has no labels of nobody can say whose it is.
      case Peer.Anyone _, Peer.Of _ ->
          other instanceof Peer.Pods pods ? Optional.of(List.of(and(pods))) : Optional.empty();
      case Peer.Outside _ -> Optional.empty();
    };
  }

  private Optional<List<Rest>> without(Peer.Pods pods, Peer other) {
    return switch (other) {
      case Peer.Pods more -> Optional.of(List.of(and(more)));
      case Peer.Anyone anyone -> only(pods, leftOut(anyone));
      case Peer.Of _, Peer.Outside _ -> Optional.empty();
    };
  }

  // Everybody else was taken out.
  private Optional<List<Rest>> only(Peer.Pods pods, List<Peer.Pods> others) {
    List<Rest> rest = new ArrayList<>();
    for (Peer.Pods other : others) {
      if (mayMeet(other)) {
        Optional<Rest> both = both(pods, other);
        if (both.isEmpty()) {
          return Optional.empty();
        }
        rest.add(both.get());
      }
    }
    return Optional.of(rest);
  }

  // Pods that meet all conditions are those that break none.
  private Optional<Rest> both(Peer.Pods pods, Peer.Pods other) {
    if (pods.scope() instanceof NamespaceScope.Labelled
        || !other.selection().serviceAccounts().isEmpty()) {
      return Optional.empty();
    }
    List<Peer.Pods> more = new ArrayList<>(but);
    for (LabelRequirement label : other.selection().labels()) {
      Selection broken = new Selection(List.of(label.negated()), List.of());
      more.add(new Peer.Pods(other.scope(), broken, Optional.empty(), false));
    }
    boolean here = pods.scope().equals(other.scope());
    Peer.Pods narrower =
        here ? pods : new Peer.Pods(other.scope(), pods.selection(), pods.workload(), pods.named());
    return Optional.of(new Rest(narrower, more));
  }

  private Rest and(Peer.Pods pods) {
    List<Peer.Pods> more = new ArrayList<>(but);
    more.add(pods);
    return new Rest(of, more);
  }

  /// Whom `anyone outside shop` and `anyone but web` do not mean.
  private static List<Peer.Pods> leftOut(Peer.Anyone anyone) {
    List<Peer.Pods> pods = new ArrayList<>();
    anyone.outside().ifPresent(namespace -> pods.add(pods(namespace, Selection.ALL)));
    for (Workload workload : anyone.but()) {
      pods.add(pods(workload.namespace(), workload.selection()));
    }
    return pods;
  }

  private static Peer.Pods pods(String namespace, Selection selection) {
    return new Peer.Pods(new NamespaceScope.One(namespace), selection, Optional.empty(), false);
  }
}
