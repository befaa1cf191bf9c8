package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.model.Peer;
import java.util.ArrayList;
import java.util.List;

/// Whose pods an alert or an admission sentence speaks of.
final class Subjects {
  private final Report report;
  private final Parties parties;

  Subjects(Report report, Parties parties) {
    this.report = report;
    this.parties = parties;
  }

  /// The pods; subjects that are none were reported and are missing.
  ///
  /// @param code what it is when a subject is not pods
  List<Peer.Pods> of(List<Party> subjects, Home home, Code code) {
    List<Peer.Pods> pods = new ArrayList<>();
    for (End end : parties.ends(subjects, new Parties.In(home, false))) {
      if (end.peer() instanceof Peer.Pods some) {
        pods.add(some);
      } else {
        report.add(
            code.at(end.at(), Say.quote(end.at().text()) + " is not pods")
                .withHelp("name a workload, or a group such as `every pod in shop`"));
      }
    }
    return pods;
  }
}
