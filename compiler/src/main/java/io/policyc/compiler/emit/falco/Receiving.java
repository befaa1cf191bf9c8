package io.policyc.compiler.emit.falco;

import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import java.util.List;

/// On which ports pods listen: those they declare, and numbers that a grant opens on them.
final class Receiving {
  private Receiving() {}

  static ByPods of(Model model, Overlaps overlaps, Effort effort) {
    ByPods receiving = new ByPods(overlaps, effort);
    for (Workload workload : model.workloads()) {
      List<PortRange> ports = workload.ports().stream().map(Workload.NamedPort::range).toList();
      receiving.of(workload).add(Addresses.ANY, ports);
    }
    model
        .grants()
        .forEach(
            grant ->
                receiving.add(
                    grant.receiver(),
                    Addresses.ANY,
                    Sending.ports(grant.conversation()).stream()
                        .filter(range -> !range.isEvery())
                        .toList(),
                    grant.origin()));
    return receiving;
  }
}
