package io.policyc.compiler.model;

import java.util.List;

/// What one sender may send to one receiver, and that receiver may receive from it.
///
/// @param butSenders senders that are left out: another grant permits them anything that this one
///   permits, and more; sorted by content, only where requests are granted
/// @param butReceivers receivers that are left out in the same way
public record Grant(
    Peer sender,
    Peer receiver,
    Conversation conversation,
    Origin origin,
    List<Peer.Pods> butSenders,
    List<Peer.Pods> butReceivers) {
  public Grant {
    butSenders = List.copyOf(butSenders);
    butReceivers = List.copyOf(butReceivers);
  }

  /// A grant that leaves nobody out.
  public Grant(Peer sender, Peer receiver, Conversation conversation, Origin origin) {
    this(sender, receiver, conversation, origin, List.of(), List.of());
  }
}
