package io.policyc.policies.admission;

import java.util.List;
import java.util.Optional;

/// Denies containers that see masked parts of `/proc`, in a user namespace too.
///
/// Source: Kubernetes Pod Security Standards, Restricted; v1.35, when the baseline check was
/// relaxed. Fields: `securityContext.procMount` of every container. Allowed: unset, `Default`.
record ProcMountRestricted() implements PodSecurityCheck {
  @Override
  public String id() {
    return "procMount_restricted";
  }

  @Override
  public int from() {
    return 35;
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.RESTRICTED;
  }

  @Override
  public List<String> overrides() {
    return List.of(ProcMount.ID);
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    return ProcMount.judge(id(), pod);
  }
}
