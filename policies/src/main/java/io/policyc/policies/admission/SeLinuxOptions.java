package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// Denies pods that choose an SELinux type with more power, or any user or role.
///
/// Source: Kubernetes Pod Security Standards, Baseline, SELinux; from v1.31 with
/// `container_engine_t`. Fields: `securityContext.seLinuxOptions.{type,user,role}` of the pod and
/// of every container. Allowed: unset, empty, and the types of the revision; `level` is free.
///
/// @param types the allowed types
record SeLinuxOptions(int from, Set<String> types) implements PodSecurityCheck {
  /// What containers run as by themselves, and two variants.
  static final Set<String> V1_0 = Set.of("", "container_t", "container_init_t", "container_kvm_t");

  /// And one for containers that start containers.
  static final Set<String> V1_31 =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

  @Override
  public String id() {
    return "seLinuxOptions";
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.BASELINE;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    Denial denial = new Denial(id());
    SortedSet<String> badTypes = GoText.sortedSet();
    SortedSet<String> set = GoText.sortedSet();
    for (Scope scope : pod.scopes()) {
      type(scope, denial, badTypes);
      mustBeUnset(scope, "user", denial, set);
      mustBeUnset(scope, "role", denial, set);
    }
    return denial.as("seLinuxOptions", () -> detail(denial, badTypes, set));
  }

  private void type(Scope scope, Denial denial, SortedSet<String> badTypes) {
    Place field = scope.context().at("seLinuxOptions", "type");
    String type = Fields.text(field);
    if (!types.contains(type)) {
      denial.add(scope, field, "has the SELinux type `" + type + "`", "remove `type`");
      badTypes.add(type);
    }
  }

  private static void mustBeUnset(Scope scope, String name, Denial denial, SortedSet<String> set) {
    Place field = scope.context().at("seLinuxOptions", name);
    String value = Fields.text(field);
    if (!value.isEmpty()) {
      String message = "has the SELinux " + name + " `" + value + "`";
      denial.add(scope, field, message, "remove `" + name + "`");
      set.add(name);
    }
  }

  private static String detail(Denial denial, SortedSet<String> badTypes, Set<String> set) {
    List<String> parts = new ArrayList<>();
    if (!badTypes.isEmpty()) {
      parts.add(GoText.counted("type", badTypes));
    }
    for (String name : List.of("user", "role")) {
      if (set.contains(name)) {
        parts.add(name + " may not be set");
      }
    }
    return denial.setters()
        + " set forbidden securityContext.seLinuxOptions: "
        + String.join("; ", parts);
  }
}
