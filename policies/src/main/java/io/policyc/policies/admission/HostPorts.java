package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;
import java.util.SortedSet;

/// Denies containers that take a port of the node.
///
/// Source: Kubernetes Pod Security Standards, Baseline, Host Ports. Fields: `ports[*].hostPort` of
/// every container. Allowed: unset, `0`.
record HostPorts() implements PodSecurityCheck {
  @Override
  public String id() {
    return "hostPorts";
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
    // Kubernetes lists them as texts: 10000 stands before 8080.
    SortedSet<String> ports = GoText.sortedSet();
    pod.containers().forEach(container -> judge(container, denial, ports));
    return denial.as("hostPort", () -> detail(denial, ports));
  }

  private static void judge(Scope container, Denial denial, SortedSet<String> ports) {
    for (Place port : container.place().field("ports").items()) {
      Place hostPort = port.field("hostPort");
      long number = hostPort.int32().value().orElse(0L);
      if (number != 0) {
        denial.add(
            container,
            hostPort,
            "takes port `" + number + "` of the node",
            "remove `hostPort` and let a Service lead to the container");
        ports.add(Long.toString(number));
      }
    }
  }

  private static String detail(Denial denial, SortedSet<String> ports) {
    return denial.named()
        + (denial.containers().size() == 1 ? " uses " : " use ")
        + GoText.plural("hostPort", ports)
        + " "
        + String.join(", ", ports);
  }
}
