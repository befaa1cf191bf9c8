package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Denies pods that run under another AppArmor profile than the runtime's or one of the node's.
///
/// Source: Kubernetes Pod Security Standards, Baseline, AppArmor. Fields:
/// `securityContext.appArmorProfile.type` of the pod and of every container. Allowed: unset,
/// `RuntimeDefault`, `Localhost`; a profile without a type is refused. And annotations
/// `container.apparmor.security.beta.kubernetes.io/*`, also those that name no container. Allowed:
/// empty, `runtime/default`, `localhost/*`. Fields count at every version, as old as it may be.
record AppArmorProfile() implements PodSecurityCheck {
  private static final String ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";
  private static final String HELP =
      "use `RuntimeDefault` or `Localhost`, or leave the profile out";

  @Override
  public String id() {
    return "appArmorProfile";
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
    SortedSet<String> types = GoText.sortedSet();
    pod.scopes().forEach(scope -> field(scope, denial, types));
    SortedSet<String> annotations = GoText.sortedSet();
    pod.annotations().forEach(annotation -> annotation(annotation, denial, annotations));
    List<String> values = new ArrayList<>(types);
    values.addAll(annotations);
    return denial.as(
        GoText.plural("forbidden AppArmor profile", values),
        () -> setters(denial, annotations) + GoText.quoted(values));
  }

  private static void field(Scope scope, Denial denial, SortedSet<String> types) {
    Place profile = scope.context().field("appArmorProfile");
    Place type = profile.field("type");
    String value = Fields.text(type);
    if (profile.isSet() && !value.equals("RuntimeDefault") && !value.equals("Localhost")) {
      denial.add(scope, type, "has the AppArmor profile `" + value + "`", HELP);
      types.add(value);
    }
  }

  private static void annotation(
      Pod.Annotation annotation, Denial denial, SortedSet<String> annotations) {
    if (annotation.key().startsWith(ANNOTATION) && !isAllowed(annotation.text())) {
      denial.add(
          annotation.place(),
          "the annotation asks for the AppArmor profile `" + annotation.text() + "`",
          "use `runtime/default` or `localhost/<profile>`, or remove the annotation");
      annotations.add(annotation.key() + "=" + GoText.escaped(annotation.text()));
    }
  }

  private static boolean isAllowed(String value) {
    return value.isEmpty() || value.equals("runtime/default") || value.startsWith("localhost/");
  }

  private static String setters(Denial denial, SortedSet<String> annotations) {
    List<String> setters = new ArrayList<>();
    if (!denial.setters().isEmpty()) {
      setters.add(denial.setters());
    }
    if (!annotations.isEmpty()) {
      setters.add(GoText.plural("annotation", annotations));
    }
    return String.join(" and ", setters) + " must not set AppArmor profile type to ";
  }
}
