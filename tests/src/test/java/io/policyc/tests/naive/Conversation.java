package io.policyc.tests.naive;

/// What one asks about: may this sender start this with this receiver?
///
/// @param authenticated whether Cilium has authenticated both ends to each other
public record Conversation(Actor sender, Actor receiver, What what, boolean authenticated) {
  /// Whether an actor is the node that a pod runs on.
  static boolean isOwnNode(Actor actor, Actor of) {
    return actor instanceof Actor.Node node
        && of instanceof Actor.Pod pod
        && pod.node().equals(node.name());
  }
}
