package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Denies pods that change kernel parameters which are not their own.
///
/// Source: Kubernetes Pod Security Standards, Baseline, Sysctls; the list grew in v1.27, v1.29,
/// v1.32 and v1.37. Fields: `spec.securityContext.sysctls[*].name`. Allowed: the names of the
/// revision, written with dots; `net/ipv4/…` is refused.
///
/// @param allowed the allowed names
record Sysctls(int from, Set<String> allowed) implements PodSecurityCheck {
  /// The first list.
  static final Set<String> V1_0 =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_unprivileged_port_start");

  /// What v1.27 added.
  static final Set<String> V1_27 = with(V1_0, "net.ipv4.ip_local_reserved_ports");

  /// What v1.29 added.
  static final Set<String> V1_29 =
      with(
          V1_27,
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes");

  /// What v1.32 added.
  static final Set<String> V1_32 = with(V1_29, "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");

  /// What v1.37 added.
  static final Set<String> V1_37 =
      with(V1_32, "net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat");

  private static Set<String> with(Set<String> older, String... added) {
    List<String> all = new ArrayList<>(older);
    all.addAll(List.of(added));
    return Set.copyOf(all);
  }

  @Override
  public String id() {
    return "sysctls";
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.BASELINE;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    Denial denial = new Denial(id());
    List<String> forbidden = new ArrayList<>();
    for (Place sysctl : pod.spec().at("securityContext", "sysctls").items()) {
      String name = Fields.text(sysctl.field("name"));
      if (!allowed.contains(name)) {
        denial.add(sysctl.field("name"), "the pod sets the sysctl `" + name + "`", help(name));
        forbidden.add(name);
      }
    }
    return denial.as("forbidden sysctls", () -> String.join(", ", forbidden));
  }

  private String help(String name) {
    String dotted = name.replace('/', '.');
    return allowed.contains(dotted) ? "did you mean `" + dotted + "`?" : "remove it";
  }
}
