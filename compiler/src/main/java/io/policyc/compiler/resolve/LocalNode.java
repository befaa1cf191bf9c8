package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import java.util.List;

/// The node that a pod runs on always reaches it: nothing can be said against that.
///
/// Source: Cilium v1.20.2 pkg/policy (`allow-localhost`: kubelet's probes).
final class LocalNode {
  private final Report report;

  LocalNode(Report report) {
    this.report = report;
  }

  /// Reports senders that are the node itself.
  void refuse(List<Party> senders) {
    for (Party sender : senders) {
      if (sender instanceof Party.BuiltIn(var entity, var at)
          && (entity == Party.Entity.HOST || entity == Party.Entity.EVERY_NODE)) {
        report.add(
            Code.PC0324
                .at(at, "the node that a pod runs on always reaches it")
                .withHelp(
                    entity == Party.Entity.HOST
                        ? "delete the sentence"
                        : "write `remote-node` for the other nodes"));
      }
    }
  }
}
