package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.emit.Sentences;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import java.util.List;

/// Decides at which end of a grant its guard stands.
///
/// A conversation is permitted when both of its ends permit it, so what a rule cannot say at one
/// end must be said at the other. The guard (HTTP, a TLS server name, mutual authentication) stands
/// at the receiver where all of its pods are surely closed by this input; the sender then only
/// opens the port. Otherwise it stands at the sender, and also at those pods of the receiver that
/// are closed: somebody whom nothing closes may send to them.
final class Guards {
  /// How many of a receiver's pods can guard what they receive.
  private enum Cover {
    ALL,
    SOME,
    NONE
  }

  private final boolean atBothEnds;
  private final Territory territory;
  private final Groups groups;
  private final Sentences sentences;
  private final Passes passes;

  Guards(
      Settings.HttpRules rules,
      Territory territory,
      Groups groups,
      Sentences sentences,
      Passes passes) {
    this.atBothEnds = rules == Settings.HttpRules.BOTH;
    this.territory = territory;
    this.groups = groups;
    this.sentences = sentences;
    this.passes = passes;
  }

  Half of(Grant grant) {
    boolean guarded = Passes.isGuarded(grant.conversation());
    Cover cover = guarded ? cover(receivers(grant)) : Cover.NONE;
    Sentence sentence = sentences.of(grant.origin());
    return new Half(
        sentence,
        passes.guard(grant.conversation(), sentence),
        Passes.open(grant.conversation()),
        guarded,
        guarded && cover != Cover.NONE,
        guarded && cover != Cover.ALL,
        atBothEnds && grant.conversation() instanceof Conversation.Http);
  }

  static PeerSet senders(Grant grant) {
    return new PeerSet(grant.sender(), grant.butSenders());
  }

  static PeerSet receivers(Grant grant) {
    return new PeerSet(grant.receiver(), grant.butReceivers());
  }

  private Cover cover(PeerSet receivers) {
    Peer whole = receivers.of();
    if (whole instanceof Peer.Pods pods && territory.isNamedOwn(pods)) {
      return Cover.ALL;
    }
    List<Piece> pieces = groups.pieces(receivers);
    boolean oneNamespace =
        whole instanceof Peer.Pods pods && pods.scope() instanceof NamespaceScope.One;
    if (oneNamespace && pieces.stream().allMatch(p -> groups.isClosed(p, Direction.INGRESS))) {
      return pieces.isEmpty() ? Cover.NONE : Cover.ALL;
    }
    boolean some = pieces.stream().anyMatch(p -> !groups.closed(p, Direction.INGRESS).isEmpty());
    return some ? Cover.SOME : Cover.NONE;
  }
}
