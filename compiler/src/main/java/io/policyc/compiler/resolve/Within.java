package io.policyc.compiler.resolve;

import io.policyc.compiler.model.External;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Workload;
import java.util.List;
import java.util.Optional;

/// Whether an end surely lies within another one, as far as their declarations say.
final class Within {
  private Within() {}

  /// Whether every peer that `small` means is one that `big` means; false also where only the
  /// cluster knows.
  static boolean is(Peer small, Peer big) {
    return switch (big) {
      case Peer.Pods pods -> small instanceof Peer.Pods some && pods(some, pods);
      case Peer.Outside(var external) ->
          small instanceof Peer.Outside(var some) && outside(some, external);
      case Peer.Of(var entity) -> entity(small, entity);
      case Peer.Anyone anyone -> anyone(small, anyone);
    };
  }

  private static boolean pods(Peer.Pods small, Peer.Pods big) {
    return scope(small.scope(), big.scope()) && small.selection().isWithin(big.selection());
  }

  private static boolean scope(NamespaceScope small, NamespaceScope big) {
    return switch (big) {
      case NamespaceScope.All() -> true;
      case NamespaceScope.One one -> one.equals(small);
      case NamespaceScope.Labelled(var labels) ->
          small instanceof NamespaceScope.Labelled(var more) && labels(more, labels);
    };
  }

  private static boolean labels(List<LabelRequirement> small, List<LabelRequirement> big) {
    return big.stream().allMatch(b -> small.stream().anyMatch(a -> a.implies(b)));
  }

  private static boolean outside(External small, External big) {
    return small.qualifiedName().equals(big.qualifiedName())
        || (big.hosts().containsAll(small.hosts())
            && big.cidrGroups().containsAll(small.cidrGroups())
            && small.ranges().stream()
                .allMatch(a -> big.ranges().stream().anyMatch(b -> range(a, b))));
  }

  private static boolean range(External.Range small, External.Range big) {
    Optional<Cidr> inner = Cidr.parse(small.cidr());
    Optional<Cidr> outer = Cidr.parse(big.cidr());
    boolean lies = inner.isPresent() && outer.isPresent() && outer.get().contains(inner.get());
    return lies && big.except().stream().allMatch(hole -> leaves(hole, small));
  }

  // An exception of the larger range is no matter where it does not reach into the smaller one, or
  // the smaller one makes it as well.
  private static boolean leaves(String hole, External.Range small) {
    Optional<Cidr> except = Cidr.parse(hole);
    Optional<Cidr> inner = Cidr.parse(small.cidr());
    return small.except().contains(hole)
        || (except.isPresent()
            && inner.isPresent()
            && !except.get().contains(inner.get())
            && !inner.get().contains(except.get()));
  }

  private static boolean entity(Peer small, Peer.Entity big) {
    return switch (big) {
      case WORLD -> small instanceof Peer.Outside || small.equals(new Peer.Of(Peer.Entity.WORLD));
      case CLUSTER ->
          small instanceof Peer.Pods
              || (small instanceof Peer.Of(var entity) && entity != Peer.Entity.WORLD);
      case HOST, REMOTE_NODE, KUBE_APISERVER, INGRESS -> small.equals(new Peer.Of(big));
    };
  }

  // Whom `anyone` leaves out are pods.
  private static boolean anyone(Peer small, Peer.Anyone big) {
    return switch (small) {
      case Peer.Outside _ -> true;
      case Peer.Of(var entity) -> entity != Peer.Entity.CLUSTER || big.isEverybody();
      case Peer.Anyone some ->
          (big.outside().isEmpty() || big.outside().equals(some.outside()))
              && big.but().stream().allMatch(w -> isLeftOut(w, some));
      case Peer.Pods pods ->
          big.outside().stream().allMatch(namespace -> isElsewhere(pods.scope(), namespace))
              && big.but().stream().allMatch(w -> isApart(pods, w));
    };
  }

  private static boolean isLeftOut(Workload workload, Peer.Anyone anyone) {
    return anyone.outside().equals(Optional.of(workload.namespace()))
        || anyone.but().stream().anyMatch(w -> w.qualifiedName().equals(workload.qualifiedName()));
  }

  private static boolean isElsewhere(NamespaceScope scope, String namespace) {
    return scope instanceof NamespaceScope.One(var one) && !one.equals(namespace);
  }

  private static boolean isApart(Peer.Pods pods, Workload workload) {
    return isElsewhere(pods.scope(), workload.namespace())
        || !pods.selection().mayOverlap(workload.selection());
  }
}
