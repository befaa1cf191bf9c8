package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;

/// Denies Windows containers that are processes of the node.
///
/// Source: Kubernetes Pod Security Standards, Baseline, HostProcess. Fields:
/// `securityContext.windowsOptions.hostProcess` of the pod and of every container. Allowed: unset,
/// `false`.
record WindowsHostProcess() implements PodSecurityCheck {
  @Override
  public String id() {
    return "windowsHostProcess";
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.BASELINE;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    Denial denial = new Denial(id());
    for (Scope scope : pod.scopes()) {
      Place field = scope.context().at("windowsOptions", "hostProcess");
      if (Fields.isTrue(field)) {
        denial.add(scope, field, "runs as a process of the node", "remove `hostProcess`");
      }
    }
    return denial.as(
        "hostProcess",
        () -> denial.setters() + " must not set securityContext.windowsOptions.hostProcess=true");
  }
}
