package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentences;
import io.policyc.compiler.model.Denial;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Lookup;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.List;

/// Decides for each sentence at which ends it is written, and how.
final class Planner {
  private final Model model;
  private final Report report;
  private final Territory territory;
  private final Groups groups;
  private final Sentences sentences;
  private final Guards guards;
  private final NamedPeers named = new NamedPeers();
  private final Plan plan = new Plan();
  private final GrantWriter writer;
  private final DnsPlanner dns;

  Planner(
      Model model,
      Settings settings,
      Territory territory,
      Sentences sentences,
      Expressions expressions,
      Report report) {
    Passes passes = new Passes(new Requests(expressions, report));
    this.model = model;
    this.report = report;
    this.territory = territory;
    this.groups = new Groups(territory);
    this.sentences = sentences;
    this.guards = new Guards(settings.cilium().httpRules(), territory, groups, sentences, passes);
    this.writer = new GrantWriter(territory, groups, named, plan, report);
    this.dns = new DnsPlanner(settings.cilium(), groups, plan, report);
  }

  Plan plan() {
    territory.namespaces().forEach(this::close);
    model.grants().forEach(this::grant);
    model.lookups().forEach(this::lookup);
    dns.finish();
    model.denials().forEach(this::exceptions);
    DenyPlanner denials = new DenyPlanner(territory, groups, sentences, plan, report);
    model.denials().forEach(denials::deny);
    // What is refused is not laid out: that would take longer than everything else.
    return writer.isFull() ? new Plan() : plan;
  }

  private void exceptions(Denial denial) {
    exceptions(PeerSet.of(denial.sender()), denial.origin());
    exceptions(PeerSet.of(denial.receiver()), denial.origin());
  }

  private void exceptions(PeerSet peers, Origin origin) {
    boolean said = peers.but().isEmpty();
    if ((peers.of() instanceof Peer.Anyone || !said) && peers.rest().size() > Complement.MOST) {
      report.add(
          Code.PC0410
              .at(
                  origin.sentence(),
                  (said
                          ? "the pods that these workloads leave over"
                          : "the pods that may send or receive only these requests")
                      + " would take more than "
                      + Complement.MOST
                      + " selectors to write down")
              .withHelp(
                  said
                      ? "name fewer workloads after `but`, or workloads with fewer conditions"
                      : "grant requests in place of `connect to` and `reach` on this port, or both"
                          + " to the same pods"));
    }
  }

  private void close(String namespace) {
    for (Direction direction : Direction.values()) {
      if (territory.isClosed(namespace)) {
        plan.side(
            new Piece(namespace, Selection.ALL, List.of()).subject(Subject.Effect.CLOSES),
            direction);
      }
      for (Workload workload : territory.closed(namespace, direction)) {
        plan.side(named.subject(workload), direction);
      }
    }
  }

  private void grant(Grant grant) {
    if (writer.isFull()) {
      return;
    }
    PeerSet senders = Guards.senders(grant);
    PeerSet receivers = Guards.receivers(grant);
    exceptions(senders, grant.origin());
    exceptions(receivers, grant.origin());
    Half half = guards.of(grant);
    writer.write(half, Direction.INGRESS, receivers, senders);
    writer.write(half, Direction.EGRESS, senders, receivers);
    Pass sent = half.mayGuard(Direction.EGRESS) ? half.guard() : half.open();
    dns.send(closed(grant.sender()), grant.receiver(), sent, half.guard(), half.sentence());
  }

  /// The closed pods among those that send.
  private List<DnsPlanner.Sender> closed(Peer sender) {
    if (sender instanceof Peer.Pods pods && territory.isNamedOwn(pods)) {
      return List.of(DnsPlanner.Sender.of(named.subject(pods.workload().orElseThrow())));
    }
    return groups.pieces(PeerSet.of(sender)).stream()
        .flatMap(piece -> groups.senders(piece).stream())
        .toList();
  }

  private void lookup(Lookup lookup) {
    dns.resolve(closed(lookup.sender()), lookup.names(), sentences.of(lookup.origin()));
  }
}
