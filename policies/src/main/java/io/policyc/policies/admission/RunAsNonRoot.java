package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;

/// Denies pods whose containers may run as root.
///
/// Source: Kubernetes Pod Security Standards, Restricted, Running as Non-root; from v1.35 not for a
/// pod with a user namespace of its own, not even for an explicit `false`. Fields:
/// `securityContext.runAsNonRoot` of the pod and of every container. Allowed: `true`; unset in a
/// container when the pod says `true`. Windows pods are asked too.
record RunAsNonRoot(int from, boolean relaxed) implements PodSecurityCheck {
  private static final String HELP = "write `runAsNonRoot: true` in the pod's `securityContext`";

  @Override
  public String id() {
    return "runAsNonRoot";
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.RESTRICTED;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    if (relaxed && pod.hasUserNamespace()) {
      return Optional.empty();
    }
    Optional<Violation> said = explicitly(pod);
    return said.isPresent() ? said : silently(pod);
  }

  private Optional<Violation> explicitly(Pod pod) {
    Denial denial = new Denial(id());
    for (Scope scope : pod.scopes()) {
      if (Fields.isFalse(field(scope))) {
        denial.add(scope, field(scope), "is allowed to run as root", "write `true`");
      }
    }
    return denial.as(
        "runAsNonRoot != true",
        () -> denial.setters() + " must not set securityContext.runAsNonRoot=false");
  }

  private Optional<Violation> silently(Pod pod) {
    Denial denial = new Denial(id());
    if (Fields.isTrue(field(pod.scopes().getFirst()))) {
      return Optional.empty();
    }
    for (Scope container : pod.containers()) {
      if (!field(container).isSet()) {
        denial.add(container, field(container), "may run as root", HELP);
      }
    }
    return denial.as(
        "runAsNonRoot != true",
        () -> "pod or " + denial.named() + " must set securityContext.runAsNonRoot=true");
  }

  private static Place field(Scope scope) {
    return scope.context().field("runAsNonRoot");
  }
}
