package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Denies probes and lifecycle hooks that make the node's kubelet call somewhere else.
///
/// Source: Kubernetes Pod Security Standards, Baseline, Host Probes and Lifecycle Hooks; v1.34.
/// Fields: `httpGet.host` and `tcpSocket.host` of `livenessProbe`, `readinessProbe`,
/// `startupProbe`, `lifecycle.postStart` and `lifecycle.preStop` of every container. Allowed:
/// unset, empty; `127.0.0.1` is refused too.
record HostProbes() implements PodSecurityCheck {
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> HOOKS = List.of("postStart", "preStop");

  @Override
  public String id() {
    return "hostProbesAndHostLifecycle";
  }

  @Override
  public int from() {
    return 34;
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.BASELINE;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    Denial denial = new Denial(id());
    SortedSet<String> hosts = GoText.sortedSet();
    for (Scope container : pod.containers()) {
      PROBES.forEach(one -> judge(container, container.place().field(one), denial, hosts));
      HOOKS.forEach(one -> judge(container, container.place().at("lifecycle", one), denial, hosts));
    }
    return denial.as("probe or lifecycle host", () -> detail(denial, hosts));
  }

  private static void judge(
      Scope container, Place handler, Denial denial, SortedSet<String> hosts) {
    for (String way : List.of("httpGet", "tcpSocket")) {
      Place host = handler.at(way, "host");
      String name = Fields.text(host);
      if (!name.isEmpty()) {
        denial.add(
            container,
            host,
            "makes the node call the host `" + name + "`",
            "remove `host`: the pod's own address is meant then");
        hosts.add(name);
      }
    }
  }

  private static String detail(Denial denial, SortedSet<String> hosts) {
    // Of this check alone, Kubernetes lists the containers as a sorted set.
    SortedSet<String> names = GoText.sortedSet();
    names.addAll(denial.containers());
    return GoText.counted("container", names)
        + (names.size() == 1 ? " uses " : " use ")
        + GoText.counted("probe or lifecycle host", hosts);
  }
}
