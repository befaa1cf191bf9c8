package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;
import java.util.SortedSet;

/// Denies pods that switch the runtime's seccomp filter off.
///
/// Source: Kubernetes Pod Security Standards, Baseline, Seccomp; v1.19, before it
/// [SeccompAnnotations]. Fields: `securityContext.seccompProfile.type` of the pod and of every
/// container. Allowed: unset, `RuntimeDefault`, `Localhost`; a profile without a type is refused.
record SeccompBaseline() implements PodSecurityCheck {
  static final String ID = "seccompProfile_baseline";

  private static final String HELP = "use `RuntimeDefault` or `Localhost`";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int from() {
    return 19;
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.BASELINE;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    return judge(ID, pod);
  }

  /// The rule itself, whoever asks.
  static Optional<Violation> judge(String id, Pod pod) {
    Denial denial = new Denial(id);
    SortedSet<String> values = GoText.sortedSet();
    for (Scope scope : pod.scopes()) {
      Place type = profile(scope).field("type");
      if (profile(scope).isSet() && !isAllowed(Fields.text(type))) {
        String value = Fields.text(type);
        denial.add(scope, type, "has the seccomp profile `" + value + "`", HELP);
        values.add(value);
      }
    }
    return denial.as("seccompProfile", () -> detail(denial, values));
  }

  /// A scope's profile, set or not.
  static Place profile(Scope scope) {
    return scope.context().field("seccompProfile");
  }

  private static boolean isAllowed(String type) {
    return type.equals("RuntimeDefault") || type.equals("Localhost");
  }

  private static String detail(Denial denial, SortedSet<String> values) {
    return denial.setters()
        + " must not set securityContext.seccompProfile.type to "
        + GoText.quoted(values);
  }
}
