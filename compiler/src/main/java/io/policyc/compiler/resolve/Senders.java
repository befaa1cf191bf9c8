package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.model.Peer;
import java.util.ArrayList;
import java.util.List;

/// Who can be a sender.
final class Senders {
  private final Report report;
  private final Parties parties;

  Senders(Report report, Parties parties) {
    this.report = report;
    this.parties = parties;
  }

  /// Senders of conversations; who cannot be told apart was reported and is missing.
  List<End> of(List<Party> senders, Parties.In in) {
    List<End> ends = new ArrayList<>();
    for (End end : parties.ends(senders, in)) {
      if (canBeTold(end)) {
        ends.add(end);
      }
    }
    return ends;
  }

  private boolean canBeTold(End end) {
    if (end.peer() instanceof Peer.Outside(var external) && !external.hosts().isEmpty()) {
      report.add(
          Code.PC0317
              .at(end.at(), "a sender cannot be told by the name of its host")
              .withRelated(external.declared(), "declared here, by `host`")
              .withHelp("declare its addresses: `external NAME { cidr 203.0.113.0/24 }`"));
      return false;
    }
    return true;
  }

  /// Senders that are pods, as only they can do `what`; others were reported and are missing.
  List<Peer.Pods> pods(List<Party> senders, Parties.In in, String what) {
    List<Peer.Pods> pods = new ArrayList<>();
    for (End end : parties.ends(senders, in)) {
      if (end.peer() instanceof Peer.Pods some) {
        pods.add(some);
      } else {
        report.add(
            Code.PC0318
                .at(end.at(), "only pods " + what)
                .withHelp("name a workload, or a group such as `every pod in shop`"));
      }
    }
    return pods;
  }
}
