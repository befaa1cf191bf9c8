package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;
import java.util.SortedSet;

/// Denies containers that see parts of `/proc` which are masked by default.
///
/// Source: Kubernetes Pod Security Standards, Baseline, /proc Mount Type; from v1.35 any value is
/// allowed in a pod with a user namespace of its own. Fields: `securityContext.procMount` of every
/// container. Allowed: unset, `Default`.
record ProcMount(int from, boolean relaxed) implements PodSecurityCheck {
  static final String ID = "procMount";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.BASELINE;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    return relaxed && pod.hasUserNamespace() ? Optional.empty() : judge(ID, pod);
  }

  /// The rule itself, whoever asks.
  static Optional<Violation> judge(String id, Pod pod) {
    Denial denial = new Denial(id);
    SortedSet<String> types = GoText.sortedSet();
    for (Scope container : pod.containers()) {
      Place field = container.context().field("procMount");
      String type = Fields.text(field);
      if (field.isSet() && !type.equals("Default")) {
        denial.add(container, field, "has the procMount `" + type + "`", "remove `procMount`");
        types.add(type);
      }
    }
    return denial.as("procMount", () -> detail(denial, types));
  }

  private static String detail(Denial denial, SortedSet<String> types) {
    return denial.named() + " must not set securityContext.procMount to " + GoText.quoted(types);
  }
}
