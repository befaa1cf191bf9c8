package io.policyc.tests.naive;

import java.util.Optional;

/// What one asks about: may this sender start this with this receiver?
///
/// @param authenticated whether Cilium has authenticated both ends to each other
public record Conversation(Actor sender, Actor receiver, What what, boolean authenticated) {
  /// Whether an actor is the node that a pod runs on.
  public static boolean isOwnNode(Actor actor, Actor of) {
    return of instanceof Actor.Pod pod && nodeOf(actor).equals(Optional.of(pod.node()));
  }

  /// The node that an actor is; empty for one that is none.
  static Optional<String> nodeOf(Actor actor) {
    return switch (actor) {
      case Actor.Node(var name) -> Optional.of(name);
      case Actor.ApiServer(var node) -> node;
      case Actor.Pod _, Actor.FarPod _, Actor.Nameless _, Actor.Ingress _, Actor.Address _ ->
          Optional.empty();
    };
  }
}
