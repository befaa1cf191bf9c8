package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// Denies containers that keep capabilities, or add others than the one to bind low ports.
///
/// Source: Kubernetes Pod Security Standards, Restricted, Capabilities; v1.22, and from v1.25 not
/// for Windows pods. Fields: `securityContext.capabilities.drop` of every container must hold
/// `ALL`, in capitals; `capabilities.add`. Allowed: unset, `NET_BIND_SERVICE`.
record CapabilitiesRestricted(int from, boolean skipsWindows) implements PodSecurityCheck {
  private static final Set<String> ALLOWED = Set.of("NET_BIND_SERVICE");

  @Override
  public String id() {
    return "capabilities_restricted";
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.RESTRICTED;
  }

  @Override
  public List<String> overrides() {
    return List.of(CapabilitiesBaseline.ID);
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    if (skipsWindows && pod.isWindows()) {
      return Optional.empty();
    }
    Denial keeping = new Denial(id());
    Denial adding = new Denial(id());
    SortedSet<String> added = GoText.sortedSet();
    for (Scope container : pod.containers()) {
      mustDropAll(container, keeping);
      CapabilitiesBaseline.judge(container, ALLOWED, adding, added);
    }
    return keeping
        .with(adding)
        .as("unrestricted capabilities", () -> detail(keeping, adding, added));
  }

  private static void mustDropAll(Scope container, Denial denial) {
    Place drop = container.context().at("capabilities", "drop");
    if (drop.items().stream().map(Fields::text).noneMatch("ALL"::equals)) {
      denial.add(
          container,
          drop,
          "does not drop all capabilities",
          "write `capabilities: {drop: [ALL]}` in its `securityContext`");
    }
  }

  private static String detail(Denial keeping, Denial adding, SortedSet<String> added) {
    List<String> details = new ArrayList<>();
    if (!keeping.isEmpty()) {
      details.add(keeping.named() + " must set securityContext.capabilities.drop=[\"ALL\"]");
    }
    if (!adding.isEmpty()) {
      details.add(CapabilitiesBaseline.detail(adding, added));
    }
    return String.join("; ", details);
  }
}
