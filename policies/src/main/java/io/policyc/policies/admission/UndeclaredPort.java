package io.policyc.policies.admission;

import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;

/// Warns of containers that open ports which their workload does not declare: no grant can name
/// them, and an alert about listening elsewhere would fire.
///
/// Source: `workload web { app: web; port http 8080 }`. Fields: `ports[*].containerPort` of every
/// container. Allowed: a port that one of the pods' workloads declares; any port where none of them
/// declares one, or all of them are foreign.
record UndeclaredPort() implements Check {
  @Override
  public String id() {
    return "undeclaredPort";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (PodFacts pods : facts.pods()) {
      List<PortRange> declared =
          pods.workloads().stream()
              .flatMap(workload -> workload.ports().stream())
              .map(Workload.NamedPort::range)
              .toList();
      pods.workloads().stream()
          .filter(workload -> !workload.foreign() && !workload.ports().isEmpty())
          .findFirst()
          .ifPresent(workload -> judge(pods, workload, declared, findings));
    }
    return findings;
  }

  private void judge(
      PodFacts pods, Workload workload, List<PortRange> declared, List<Finding> findings) {
    for (OpenPort open : pods.pods().ports()) {
      if (declared.stream().noneMatch(range -> range.contains(open.range()))) {
        findings.add(
            Found.warning(
                    this,
                    open.place(),
                    open.user()
                        + " opens port `"
                        + open.range()
                        + "`, which workload `"
                        + workload.name()
                        + "` does not declare",
                    "write `port " + open.range() + "` in the workload, or remove it here")
                .withRelated(workload.declared(), "the workload"));
      }
    }
  }
}
