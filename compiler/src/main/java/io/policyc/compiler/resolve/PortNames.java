package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Finding;
import java.util.Collection;
import java.util.List;

/// What the name of a port means at a receiver.
final class PortNames {
  private final Report report;
  private final Suggestions suggestions;
  private final Listeners listeners;
  private final Groups groups;

  PortNames(Report report, Listeners listeners, Groups groups, Suggestions suggestions) {
    this.report = report;
    this.suggestions = suggestions;
    this.listeners = listeners;
    this.groups = groups;
  }

  /// One target; one for each workload of a group that has the port. None where nothing has it,
  /// which was reported.
  List<Target> targets(End receiver, Word name) {
    if (receiver.peer() instanceof Peer.Pods group && group.workload().isEmpty()) {
      return inGroup(receiver, group, name);
    }
    Listening listening = listeners.of(receiver.peer());
    List<PortRange> ranges =
        listening.ports().stream()
            .filter(port -> port.name().equals(name.text()))
            .map(NamedPort::range)
            .toList();
    if (ranges.isEmpty() && listening.damaged()) {
      report.follows();
    } else if (ranges.isEmpty()) {
      report.gather(
          "port " + name.text() + " of " + receiver.key(),
          listening.explain(unknown(name, listening, receiver)));
    }
    return ranges.isEmpty() ? List.of() : List.of(new Target(receiver.peer(), ranges));
  }

  private Finding unknown(Word name, Listening listening, End receiver) {
    List<String> names =
        listening.ports().stream().map(NamedPort::name).filter(n -> !n.isEmpty()).toList();
    String help = names.isEmpty() ? "write the port's number" : listening.list();
    return Code.PC0303
        .at(
            name.span(),
            Say.quote(receiver.at().text()) + " has no port named " + Say.quote(name.text()))
        .withHelp(help(name, names, help));
  }

  private String help(Word name, Collection<String> names, String otherwise) {
    return suggestions
        .nearest(name.text(), names)
        .map(near -> "did you mean " + Say.quote(near) + "?")
        .orElse(otherwise);
  }

  private List<Target> inGroup(End receiver, Peer.Pods group, Word name) {
    List<Target> targets = groups.targets(group, name.text());
    if (targets.isEmpty() && group.scope() instanceof NamespaceScope.Labelled) {
      report.add(
          Code.PC0307
              .at(
                  name.span(),
                  "which namespaces are meant is known in the cluster only, and with it what "
                      + Say.quote(name.text())
                      + " means")
              .withHelp("write the port's number, or name the namespaces"));
    } else if (targets.isEmpty() && listeners.anyDamaged()) {
      report.follows();
    } else if (targets.isEmpty()) {
      report.gather("port " + name.text() + " of " + receiver.key(), inNone(receiver, group, name));
    }
    return targets;
  }

  private Finding inNone(End receiver, Peer.Pods group, Word name) {
    Finding finding =
        Code.PC0303.at(
            name.span(),
            "no workload among "
                + Say.quote(receiver.at().text())
                + " has a port named "
                + Say.quote(name.text()));
    List<Workload> others = groups.having(group, name.text());
    if (others.isEmpty()) {
      return finding.withHelp(help(name, groups.names(group), "write the port's number"));
    }
    Workload other = others.getFirst();
    return finding
        .withRelated(
            other.declared(), Say.quote(other.qualifiedName()) + " has it, and other labels")
        .withHelp("write the port's number, or ask for labels that the workload carries");
  }
}
