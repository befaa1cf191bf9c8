package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.emit.Sentence;

/// A grant on its way to both of its ends.
///
/// @param guard exactly the conversation
/// @param open the ports that it needs
/// @param guarded whether the conversation asks for more than open ports
/// @param atReceiver whether the receiver guards it
/// @param atSender whether the sender guards it
/// @param again whether a sender that need not guard it does so where it can
record Half(
    Sentence sentence,
    Pass guard,
    Pass open,
    boolean guarded,
    boolean atReceiver,
    boolean atSender,
    boolean again) {
  /// Whether the end with what it sends or receives in a direction guards it.
  boolean guards(Direction direction) {
    return switch (direction) {
      case INGRESS -> atReceiver;
      case EGRESS -> atSender;
    };
  }

  /// Whether anything is guarded there.
  boolean mayGuard(Direction direction) {
    return guards(direction) || (again && direction == Direction.EGRESS);
  }
}
