package io.policyc.policies.admission;

import java.util.List;
import java.util.Optional;

/// Denies pods whose containers may run without a seccomp filter.
///
/// Source: Kubernetes Pod Security Standards, Restricted, Seccomp; v1.19, and from v1.25 not for
/// Windows pods. Fields: `securityContext.seccompProfile.type` of the pod and of every container.
/// Allowed: `RuntimeDefault`, `Localhost`; unset in a container when the pod has one.
record SeccompRestricted(int from, boolean skipsWindows) implements PodSecurityCheck {
  private static final String HELP =
      "write `seccompProfile: {type: RuntimeDefault}` in the pod's `securityContext`";

  @Override
  public String id() {
    return "seccompProfile_restricted";
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.RESTRICTED;
  }

  @Override
  public List<String> overrides() {
    return List.of(SeccompBaseline.ID);
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    if (skipsWindows && pod.isWindows()) {
      return Optional.empty();
    }
    Optional<Violation> said = SeccompBaseline.judge(id(), pod);
    return said.isPresent() ? said : silently(pod);
  }

  /// Asked when every profile that is set is a good one.
  private Optional<Violation> silently(Pod pod) {
    Denial denial = new Denial(id());
    if (SeccompBaseline.profile(pod.scopes().getFirst()).isSet()) {
      return Optional.empty();
    }
    for (Scope container : pod.containers()) {
      if (!SeccompBaseline.profile(container).isSet()) {
        denial.add(
            container, SeccompBaseline.profile(container), "may run without seccomp filter", HELP);
      }
    }
    return denial.as("seccompProfile", () -> detail(denial));
  }

  private static String detail(Denial denial) {
    return "pod or "
        + denial.named()
        + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"";
  }
}
