package io.policyc.policies.admission;

import io.policyc.compiler.model.Namespace;
import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;

/// Warns of pods in a closed namespace that belong to no workload: only grants to every pod reach
/// them.
///
/// Source: `namespace shop is closed`. Fields: `metadata.labels` of the pods. Allowed: labels of a
/// declared workload; a namespace that nothing closes, or that is foreign.
record UndeclaredPod() implements Check {
  @Override
  public String id() {
    return "undeclaredPod";
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (PodFacts pods : facts.pods()) {
      if (pods.workloads().isEmpty()) {
        facts.cluster().declared(pods.pods().namespace()).stream()
            .filter(namespace -> !namespace.foreign() && !namespace.closed().isEmpty())
            .forEach(one -> findings.add(finding(pods.pods(), one, facts.cluster().hints())));
      }
    }
    return findings;
  }

  private Finding finding(Pods pods, Namespace namespace, LabelHints hints) {
    return Found.warning(
            this,
            pods.where(),
            "these pods are closed, and their labels are those of no workload",
            hints
                .of(pods)
                .map(label -> "did you mean `" + label + "`?")
                .orElse("declare a workload with their labels, or give them the labels of one"))
        .withRelated(namespace.closed().getFirst().sentence(), "this closes them");
  }
}
