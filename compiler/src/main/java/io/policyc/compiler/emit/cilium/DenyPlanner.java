package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentences;
import io.policyc.compiler.model.Denial;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;

/// Decides at which end a `deny` is written: one end is enough.
final class DenyPlanner {
  private final Territory territory;
  private final Groups groups;
  private final Sentences sentences;
  private final Plan plan;
  private final Report report;

  DenyPlanner(Territory territory, Groups groups, Sentences sentences, Plan plan, Report report) {
    this.territory = territory;
    this.groups = groups;
    this.sentences = sentences;
    this.plan = plan;
    this.report = report;
  }

  void deny(Denial denial) {
    boolean atReceiver =
        isOwnWorkload(denial.receiver()) || (!isHere(denial.sender()) && isHere(denial.receiver()));
    if (atReceiver) {
      write(denial, Direction.INGRESS, denial.receiver(), denial.sender());
    } else if (isHere(denial.sender())) {
      write(denial, Direction.EGRESS, denial.sender(), denial.receiver());
    } else {
      report.add(
          Code.PC0408
              .at(
                  denial.origin().sentence(),
                  "neither end of this `deny` is pods that this input may write policies for")
              .withHelp("name a workload or the pods of one namespace of this input at one end"));
    }
  }

  private boolean isOwnWorkload(Peer peer) {
    return peer instanceof Peer.Pods pods
        && pods.workload().map(territory::isOwn).orElse(false)
        && isHere(peer);
  }

  private boolean isHere(Peer peer) {
    return peer instanceof Peer.Pods pods
        && pods.scope() instanceof NamespaceScope.One(var namespace)
        && territory.isOwn(namespace)
        && pods.workload().map(territory::isOwn).orElse(true);
  }

  private void write(Denial denial, Direction direction, Peer end, Peer other) {
    Causes causes = Causes.of(sentences.of(denial.origin()));
    Pass pass =
        denial.ports().isEmpty() ? new Pass.Everything(false) : Pass.Ports.of(denial.ports());
    for (Piece piece : groups.pieces(end)) {
      Subject subject = piece.subject(Subject.Effect.DENIES);
      plan.side(subject, direction)
          .add(DenyPeers.of(other, direction, subject.namespace()), pass, causes);
    }
  }
}
