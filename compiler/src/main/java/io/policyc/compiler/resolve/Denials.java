package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.model.Denial;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import java.util.ArrayList;
import java.util.List;

/// `deny world to backend port 9000`
final class Denials {
  private final Report report;
  private final Parties parties;
  private final DeniedPorts ports;
  private final Namespaces namespaces;
  private final LocalNode localNode;
  private final Pairs pairs;
  private final List<Denial> denials = new ArrayList<>();

  Denials(Report report, Parties parties, DeniedPorts ports, Namespaces namespaces, Pairs pairs) {
    this.report = report;
    this.parties = parties;
    this.ports = ports;
    this.namespaces = namespaces;
    this.localNode = new LocalNode(report);
    this.pairs = pairs;
  }

  /// What was denied so far, in the order of the text.
  List<Denial> denials() {
    return denials;
  }

  void read(Statement.Deny sentence, Home home) {
    int errors = report.errors();
    Parties.In in = new Parties.In(home, true);
    localNode.refuse(sentence.senders());
    List<End> from = parties.ends(sentence.senders(), in);
    List<End> to = parties.ends(sentence.receivers(), in);
    List<Target> targets = new ArrayList<>();
    to.forEach(end -> targets.addAll(ports.targets(end, sentence.ports())));
    from.forEach(this::noHosts);
    to.forEach(this::noHosts);
    if (report.errors() == errors
        && stands(from, to)
        && pairs.admit(from.size(), targets.size(), sentence.span())) {
      add(from, targets, Origins.of(sentence));
    }
  }

  private void add(List<End> from, List<Target> targets, Origin origin) {
    for (End sender : from) {
      for (Target target : targets) {
        denials.add(new Denial(sender.peer(), target.receiver(), target.ports(), origin));
      }
    }
  }

  // Cilium denies by identity and port: which addresses a name has is known only once it is asked.
  private void noHosts(End end) {
    if (end.peer() instanceof Peer.Outside(var external) && !external.hosts().isEmpty()) {
      report.add(
          Code.PC0322
              .at(end.at(), "`deny` cannot speak of the name of a host")
              .withRelated(external.declared(), "declared here, by `host`")
              .withHelp("declare its addresses by `cidr`, or grant only what is meant"));
    }
  }

  private boolean stands(List<End> from, List<End> to) {
    int errors = report.errors();
    for (End receiver : to) {
      for (End sender : from) {
        if (!isOwn(receiver.peer()) && !isOwn(sender.peer())) {
          nowhere(sender);
        }
      }
    }
    return report.errors() == errors;
  }

  private void nowhere(End sender) {
    report.add(
        Code.PC0323
            .at(sender.at(), "neither end of this is pods of a namespace of this input")
            .withHelp(
                "name a workload, or a group in one namespace, at an end: objects are written only"
                    + " where a `namespace` line or a workload of this input stands"));
  }

  // A foreign workload's pods can still be denied where its namespace is ours.
  private boolean isOwn(Peer peer) {
    return peer instanceof Peer.Pods pods
        && pods.scope() instanceof NamespaceScope.One(var namespace)
        && namespaces.isOwn(namespace);
  }
}
