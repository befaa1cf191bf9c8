package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// Denies containers that add capabilities beyond those which a runtime gives by itself.
///
/// Source: Kubernetes Pod Security Standards, Baseline, Capabilities. Fields:
/// `securityContext.capabilities.add` of every container. Allowed: unset, and names from the list
/// below, in capitals and without `CAP_`; `NET_RAW` is not one of them.
record CapabilitiesBaseline() implements PodSecurityCheck {
  static final String ID = "capabilities_baseline";

  private static final Set<String> ALLOWED =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  @Override
  public String id() {
    return ID;
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
    Denial denial = new Denial(ID);
    SortedSet<String> forbidden = GoText.sortedSet();
    pod.containers().forEach(container -> judge(container, ALLOWED, denial, forbidden));
    return denial.as("non-default capabilities", () -> detail(denial, forbidden));
  }

  /// Adds every capability that a container adds and that is not in a set.
  static void judge(
      Scope container, Set<String> allowed, Denial denial, SortedSet<String> forbidden) {
    for (Place item : container.context().at("capabilities", "add").items()) {
      String name = Fields.text(item);
      if (!allowed.contains(name)) {
        denial.add(container, item, "adds the capability `" + name + "`", help(name, allowed));
        forbidden.add(name);
      }
    }
  }

  static String detail(Denial denial, SortedSet<String> forbidden) {
    return denial.named()
        + " must not include "
        + GoText.quoted(forbidden)
        + " in securityContext.capabilities.add";
  }

  private static String help(String name, Set<String> allowed) {
    return name.startsWith("CAP_") && allowed.contains(name.substring(4))
        ? "did you mean `" + name.substring(4) + "`?"
        : "remove it from `capabilities.add`";
  }
}
