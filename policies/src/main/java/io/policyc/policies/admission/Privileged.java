package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;

/// Denies containers that are privileged: they are root on the node.
///
/// Source: Kubernetes Pod Security Standards, Baseline, Privileged Containers. Fields:
/// `securityContext.privileged` of every container. Allowed: unset, `false`.
record Privileged() implements PodSecurityCheck {
  @Override
  public String id() {
    return "privileged";
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
    for (Scope container : pod.containers()) {
      Place field = container.context().field("privileged");
      if (Fields.isTrue(field)) {
        denial.add(container, field, "is privileged", "remove `privileged`");
      }
    }
    return denial.as(
        "privileged", () -> denial.named() + " must not set securityContext.privileged=true");
  }
}
