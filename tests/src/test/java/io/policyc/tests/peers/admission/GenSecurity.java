package io.policyc.tests.peers.admission;

import io.policyc.tests.gen.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Security contexts made by chance, of the pod and of its containers.
final class GenSecurity {
  private static final List<String> CAPABILITIES =
      List.of(
          "AUDIT_WRITE",
          "CHOWN",
          "NET_BIND_SERVICE",
          "SYS_CHROOT",
          "NET_RAW",
          "SYS_ADMIN",
          "net_bind_service",
          "CAP_CHOWN",
          "ALL",
          "");
  private static final List<String> PROFILES =
      List.of("RuntimeDefault", "Localhost", "Unconfined", "", "runtime/default", "unconfined");
  private static final List<String> SE_TYPES =
      List.of(
          "container_t",
          "container_init_t",
          "container_kvm_t",
          "container_engine_t",
          "spc_t",
          "",
          "Container_t");
  private static final List<String> SYSCTLS =
      List.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_slow_start_after_idle",
          "net.ipv4.tcp_notsent_lowat",
          "net/ipv4/tcp_syncookies",
          "kernel.msgmax",
          "");

  private final Dice dice;
  private final int bad;
  private final ObjectNode spec;
  private final List<ObjectNode> containers;

  GenSecurity(Dice dice, int bad, ObjectNode spec, List<ObjectNode> containers) {
    this.dice = dice;
    this.bad = bad;
    this.spec = spec;
    this.containers = containers;
  }

  void fill() {
    escalation();
    capabilities();
    nonRoot();
    somewhere(c -> c.put("runAsUser", dice.one(0, 0, 0, 0, 0, 1000, -1)));
    profiles("seccompProfile", 85);
    profiles("appArmorProfile", 30);
    seLinux();
    somewhere(c -> c.putObject("windowsOptions").put("hostProcess", dice.chance(80)));
    onContainers(c -> c.put("privileged", dice.chance(80)));
    onContainers(c -> c.put("procMount", dice.one("Default", "Unmasked", "Unmasked", "")));
    sysctls();
  }

  private void escalation() {
    boolean refused = dice.chance(bad);
    for (ObjectNode container : containers) {
      if (!refused || dice.chance(40)) {
        context(container).put("allowPrivilegeEscalation", refused && dice.chance(50));
      } else if (dice.chance(20)) {
        context(container).putNull("allowPrivilegeEscalation");
      }
    }
  }

  private void capabilities() {
    boolean keeps = dice.chance(bad / 2);
    boolean adds = dice.chance(bad);
    for (ObjectNode container : containers) {
      ObjectNode capabilities = context(container).putObject("capabilities");
      ArrayNode drop = capabilities.putArray("drop");
      drop.add(keeps ? dice.one("all", "CAP_ALL", "NET_RAW", "ALL") : "ALL");
      if (adds && dice.chance(60)) {
        dice.some(CAPABILITIES, 3).forEach(capabilities.putArray("add")::add);
      } else if (dice.chance(20)) {
        capabilities.putArray("add").add("NET_BIND_SERVICE");
      }
      if (adds && dice.chance(5)) {
        capabilities.withArray("add").addNull();
      }
    }
  }

  private void nonRoot() {
    boolean refused = dice.chance(bad);
    boolean byPod = dice.chance(70);
    if (byPod) {
      context(spec).put("runAsNonRoot", !refused || dice.chance(25));
    }
    for (ObjectNode container : containers) {
      if ((!byPod && (!refused || dice.chance(40))) || dice.chance(10)) {
        context(container).put("runAsNonRoot", !refused || dice.chance(70));
      }
    }
  }

  private void profiles(String field, int percent) {
    boolean refused = dice.chance(bad);
    if (!refused && dice.chance(percent)) {
      context(spec).putObject(field).put("type", dice.one("RuntimeDefault", "Localhost"));
    }
    for (ObjectNode scope : scopes()) {
      if (refused && dice.chance(50)) {
        ObjectNode profile = context(scope).putObject(field);
        if (dice.chance(90)) {
          profile.put("type", dice.pick(PROFILES));
        }
      } else if (!refused && dice.chance(10)) {
        context(scope).putObject(field).put("type", "RuntimeDefault");
      } else if (dice.chance(3)) {
        context(scope).putNull(field);
      }
    }
  }

  private void seLinux() {
    somewhere(
        c -> {
          ObjectNode options = c.putObject("seLinuxOptions").put("level", "s0:c123");
          if (dice.chance(80)) {
            options.put("type", dice.pick(SE_TYPES));
          }
          if (dice.chance(45)) {
            options.put("user", dice.one("", "system_u"));
          }
          if (dice.chance(30)) {
            options.put("role", dice.one("", "system_r"));
          }
        });
  }

  private void sysctls() {
    if (dice.chance(bad)) {
      ArrayNode list = context(spec).putArray("sysctls");
      Set<String> names = new TreeSet<>(dice.some(SYSCTLS, 3));
      names.forEach(name -> list.addObject().put("name", name).put("value", "1"));
    }
  }

  /// Where the check is to find something: in some of the pod and its containers.
  private void somewhere(Consumer<ObjectNode> change) {
    change(scopes(), change);
  }

  private void onContainers(Consumer<ObjectNode> change) {
    change(containers, change);
  }

  private void change(List<ObjectNode> where, Consumer<ObjectNode> change) {
    if (dice.chance(bad) && !where.isEmpty()) {
      dice.some(where, 2).forEach(scope -> change.accept(context(scope)));
    }
  }

  private List<ObjectNode> scopes() {
    List<ObjectNode> scopes = new ArrayList<>(List.of(spec));
    scopes.addAll(containers);
    return scopes;
  }

  private static ObjectNode context(ObjectNode scope) {
    return scope.withObjectProperty("securityContext");
  }
}
