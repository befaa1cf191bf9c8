package io.policyc.compiler.resolve;

import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Workload;
import java.util.Optional;

/// What ends have in common.
final class Peers {
  private Peers() {}

  /// Whether pods are among an end.
  static boolean mayBePods(Peer peer) {
    return switch (peer) {
      case Peer.Pods _, Peer.Anyone _ -> true;
      case Peer.Of(var entity) -> entity == Peer.Entity.CLUSTER;
      case Peer.Outside _ -> false;
    };
  }

  /// Whether both ends may be the same peer: false only where that is impossible.
  static boolean mayOverlap(Peer a, Peer b) {
    return switch (a) {
      case Peer.Anyone anyone -> anyone(anyone, b);
      case Peer.Pods pods -> pods(pods, b);
      case Peer.Outside outside -> outside(outside, b);
      case Peer.Of(var entity) -> entity(entity, b);
    };
  }

  private static boolean anyone(Peer.Anyone anyone, Peer other) {
    return !(other instanceof Peer.Pods pods)
        || !(leftOut(anyone.outside(), pods.scope())
            || pods.workload()
                .map(w -> anyone.but().stream().anyMatch(b -> same(b, w)))
                .orElse(false));
  }

  private static boolean leftOut(Optional<String> outside, NamespaceScope scope) {
    return scope instanceof NamespaceScope.One(var namespace)
        && outside.isPresent()
        && outside.get().equals(namespace);
  }

  private static boolean same(Workload a, Workload b) {
    return a.qualifiedName().equals(b.qualifiedName());
  }

  private static boolean pods(Peer.Pods pods, Peer other) {
    return switch (other) {
      case Peer.Pods more ->
          scopes(pods.scope(), more.scope()) && pods.selection().mayOverlap(more.selection());
      case Peer.Anyone anyone -> anyone(anyone, pods);
      case Peer.Of(var entity) -> entity == Peer.Entity.CLUSTER;
      case Peer.Outside _ -> false;
    };
  }

  private static boolean scopes(NamespaceScope a, NamespaceScope b) {
    return !(a instanceof NamespaceScope.One && b instanceof NamespaceScope.One) || a.equals(b);
  }

  private static boolean outside(Peer.Outside outside, Peer other) {
    return switch (other) {
      case Peer.Outside more -> OutsideOverlap.may(outside.external(), more.external());
      case Peer.Anyone _ -> true;
      case Peer.Of(var entity) -> entity == Peer.Entity.WORLD;
      case Peer.Pods _ -> false;
    };
  }

  private static boolean entity(Peer.Entity entity, Peer other) {
    return switch (other) {
      case Peer.Of(var more) -> entities(entity, more) || entities(more, entity);
      case Peer.Pods _, Peer.Outside _, Peer.Anyone _ -> mayOverlap(other, new Peer.Of(entity));
    };
  }

  // The API server may run on a node of the cluster, or outside of it.
  private static boolean entities(Peer.Entity a, Peer.Entity b) {
    return a == b
        || switch (a) {
          case CLUSTER -> b != Peer.Entity.WORLD;
          case KUBE_APISERVER ->
              b == Peer.Entity.HOST || b == Peer.Entity.REMOTE_NODE || b == Peer.Entity.WORLD;
          case WORLD, HOST, REMOTE_NODE, INGRESS -> false;
        };
  }
}
