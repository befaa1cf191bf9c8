package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;

/// Denies pods that ask to run as user 0.
///
/// Source: Kubernetes Pod Security Standards, Restricted, Running as Non-root user; v1.23, and from
/// v1.35 not for a pod with a user namespace of its own. Fields: `securityContext.runAsUser` of the
/// pod and of every container. Allowed: unset, not `0`. A pod's `0` counts even where every
/// container says otherwise.
record RunAsUser(int from, boolean relaxed) implements PodSecurityCheck {
  @Override
  public String id() {
    return "runAsUser";
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.RESTRICTED;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    Denial denial = new Denial(id());
    if (relaxed && pod.hasUserNamespace()) {
      return Optional.empty();
    }
    for (Scope scope : pod.scopes()) {
      Place field = scope.context().field("runAsUser");
      if (field.int64().value().equals(Optional.of(0L))) {
        denial.add(scope, field, "runs as user 0, which is root", "name another user");
      }
    }
    return denial.as("runAsUser=0", () -> denial.setters() + " must not set runAsUser=0");
  }
}
