package io.policyc.policies.admission;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// Denies pods that switch the runtime's seccomp filter off by annotation.
///
/// Source: Kubernetes Pod Security Standards, Baseline, Seccomp; v1.0 to v1.18, when there was no
/// field. Annotations: `seccomp.security.alpha.kubernetes.io/pod`, and
/// `container.seccomp.security.alpha.kubernetes.io/<name>` of containers that exist. Allowed:
/// unset, `runtime/default`, `docker/default`, `localhost/*`; an empty one is refused.
record SeccompAnnotations() implements PodSecurityCheck {
  private static final String POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";

  @Override
  public String id() {
    return SeccompBaseline.ID;
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
    SortedSet<String> forbidden = GoText.sortedSet();
    Set<String> keys = new HashSet<>(Set.of(POD));
    pod.containers().forEach(container -> keys.add(CONTAINER + container.name()));
    for (Pod.Annotation annotation : pod.annotations()) {
      if (keys.contains(annotation.key()) && !isAllowed(annotation.text())) {
        denial.add(
            annotation.place(),
            "the annotation asks for the seccomp profile `" + annotation.text() + "`",
            "use `runtime/default` or `localhost/<profile>`, or remove the annotation");
        forbidden.add(annotation.key() + "=" + GoText.escaped(annotation.text()));
      }
    }
    return denial.as("seccompProfile", () -> detail(forbidden));
  }

  private static boolean isAllowed(String value) {
    return value.equals("runtime/default")
        || value.equals("docker/default")
        || value.startsWith("localhost/");
  }

  private static String detail(SortedSet<String> forbidden) {
    return "forbidden "
        + GoText.plural("annotation", forbidden)
        + " "
        + String.join(", ", forbidden);
  }
}
