package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Denies pods that share the node's network, process or IPC namespace.
///
/// Source: Kubernetes Pod Security Standards, Baseline, Host Namespaces. Fields:
/// `spec.hostNetwork`, `spec.hostPID`, `spec.hostIPC`. Allowed: unset, `false`.
record HostNamespaces() implements PodSecurityCheck {
  @Override
  public String id() {
    return "hostNamespaces";
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
    List<String> shared = new ArrayList<>();
    judge(pod, "hostNetwork", "network", denial, shared);
    judge(pod, "hostPID", "processes", denial, shared);
    judge(pod, "hostIPC", "shared memory and queues", denial, shared);
    return denial.as("host namespaces", () -> String.join(", ", shared));
  }

  private static void judge(
      Pod pod, String field, String what, Denial denial, List<String> shared) {
    Place place = pod.spec().field(field);
    if (Fields.isTrue(place)) {
      denial.add(place, "the pod uses the node's " + what, "remove `" + field + "`");
      shared.add(field + "=true");
    }
  }
}
