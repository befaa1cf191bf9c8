package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;

/// Denies containers that don't forbid their processes to gain more privileges than their parent.
///
/// Source: Kubernetes Pod Security Standards, Restricted, Privilege Escalation; v1.8, and from
/// v1.25 not for Windows pods. Fields: `securityContext.allowPrivilegeEscalation` of every
/// container. Allowed: `false`.
record AllowPrivilegeEscalation(int from, boolean skipsWindows) implements PodSecurityCheck {
  @Override
  public String id() {
    return "allowPrivilegeEscalation";
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.RESTRICTED;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    Denial denial = new Denial(id());
    if (skipsWindows && pod.isWindows()) {
      return Optional.empty();
    }
    for (Scope container : pod.containers()) {
      Place field = container.context().field("allowPrivilegeEscalation");
      if (!Fields.isFalse(field)) {
        denial.add(
            container,
            field,
            "may gain more privileges than it is started with",
            "write `allowPrivilegeEscalation: false` in its `securityContext`");
      }
    }
    return denial.as(
        "allowPrivilegeEscalation != false",
        () -> denial.named() + " must set securityContext.allowPrivilegeEscalation=false");
  }
}
