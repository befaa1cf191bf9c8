package io.policyc.tests.peers.admission;

import io.policyc.tests.gen.Dice;
import java.util.List;

/// What Pod Security or a decoder minds, put into a pod by chance.
final class GenFault {
  private static final int FAULTS = 24;

  private final Dice dice;
  private final OddWords words;
  private final Odd.Fields pod;
  private final Odd.Fields spec;
  private final List<Odd.Fields> containers;

  GenFault(Dice dice, Odd.Fields pod) {
    this.dice = dice;
    this.words = new OddWords(dice);
    this.pod = pod;
    this.spec = pod.in("spec");
    this.containers =
        spec.list("containers").items().stream().map(item -> (Odd.Fields) item).toList();
  }

  /// One fault more, of a value that a server takes.
  void add() {
    Odd.Fields container = dice.pick(containers);
    Odd.Fields context = container.in("securityContext");
    switch (dice.between(0, FAULTS - 1)) {
      case 0, 1 -> spec.remove("hostNetwork").put("hostNetwork", words.bool(true));
      case 2 -> spec.remove("hostPID").put("hostPID", words.bool(true));
      case 3 -> spec.remove("hostIPC").put("hostIPC", words.bool(true));
      case 4 -> volume().in("hostPath").put("path", "/var");
      case 5 -> volume().in("nfs").put("server", "nfs.example.org").put("path", "/");
      case 6 -> port(container, dice.between(1, 3));
      case 7 -> probe(container);
      case 8 ->
          context
              .remove("allowPrivilegeEscalation")
              .remove("privileged")
              .put("privileged", words.bool(true));
      case 9 -> profile(context, "seccompProfile", "Unconfined");
      case 10 -> profile(spec.in("securityContext"), "seccompProfile", "Unconfined");
      case 11 -> profile(context, "appArmorProfile", dice.one("Unconfined", "RuntimeDefault"));
      case 12, 13 -> appArmorAnnotation();
      case 14 ->
          context.in("seLinuxOptions").put(dice.one("type", "user", "role"), words.text("spc_t"));
      case 15 -> sysctl();
      case 16 ->
          context
              .in("capabilities")
              .list("add")
              .add(words.text(dice.one("NET_RAW", "SYS_TIME", "NET_BIND_SERVICE")));
      case 17 ->
          context
              .remove("capabilities")
              .in("capabilities")
              .list("drop")
              .add(words.text(dice.one("all", "CHOWN")));
      case 18 -> context.remove("runAsNonRoot").put("runAsNonRoot", words.bool(dice.chance(50)));
      case 19 -> context.remove("runAsUser").put("runAsUser", words.number(0));
      case 20 -> context.remove("allowPrivilegeEscalation");
      case 21 -> container.remove("securityContext").put("securityContext", words.nothing());
      case 22 -> spec.remove("hostUsers").put("hostUsers", words.bool(dice.chance(40)));
      default -> seccompAnnotation();
    }
  }

  private Odd.Fields volume() {
    int index = spec.list("volumes").items().size();
    Odd.Fields volume = new Odd.Fields().put("name", "v" + index);
    spec.list("volumes").add(volume);
    return volume;
  }

  private void port(Odd.Fields container, int count) {
    for (int i = 0; i < count; i++) {
      int number = 9000 + dice.between(0, 999);
      Odd.Fields port = new Odd.Fields().put("containerPort", words.number(number));
      if (dice.chance(60)) {
        port.put("hostPort", dice.chance(20) ? words.nothing() : words.number(dice.one(0, number)));
      }
      container.list("ports").add(port);
    }
  }

  private void probe(Odd.Fields container) {
    Odd.Fields probe = new Odd.Fields();
    probe
        .in(dice.one("httpGet", "tcpSocket"))
        .put("port", dice.chance(50) ? words.number(8080) : words.text("http"))
        .put("host", words.text(dice.one("", "127.0.0.1", "example.org")));
    container.remove("livenessProbe").put("livenessProbe", probe);
  }

  private void profile(Odd.Fields context, String field, String type) {
    context.remove(field).in(field).put("type", words.text(type));
  }

  private void appArmorAnnotation() {
    String name = dice.one("c0", "c0", "c1", "i0", "nobody");
    pod.in("metadata")
        .in("annotations")
        .put(
            "container.apparmor.security.beta.kubernetes.io/" + name,
            new Odd.Word(
                dice.one("unconfined", "unconfined", "runtime/default", "localhost/a", "null")));
  }

  private void seccompAnnotation() {
    pod.in("metadata")
        .in("annotations")
        .put(
            dice.one(
                "seccomp.security.alpha.kubernetes.io/pod",
                "container.seccomp.security.alpha.kubernetes.io/c0"),
            new Odd.Word(dice.one("unconfined", "runtime/default", "docker/default", "null")));
  }

  private void sysctl() {
    spec.in("securityContext")
        .list("sysctls")
        .add(
            new Odd.Fields()
                .put("name", words.text(dice.one("kernel.shm_rmid_forced", "kernel.msgmax")))
                .put("value", "\"1\""));
  }

  /// A value of a type for which a server refuses the whole object.
  void wrongType() {
    Odd.Fields container = dice.pick(containers);
    switch (dice.between(0, 8)) {
      case 0 -> spec.remove("hostNetwork").put("hostNetwork", words.wrongBool());
      case 1 ->
          container.in("securityContext").remove("privileged").put("privileged", words.wrongBool());
      case 2 -> container.remove("image").put("image", words.wrongText());
      case 3 ->
          container.list("ports").add(new Odd.Fields().put("containerPort", words.wrongNumber()));
      case 4 -> pod.in("metadata").in("annotations").put("a", words.wrongText());
      case 5 -> pod.in("metadata").in("labels").put("b", words.wrongText());
      case 6 -> spec.put("terminationGracePeriodSeconds", words.wrongNumber());
      case 7 -> container.in("securityContext").in("capabilities").put("add", words.wrongText());
      default -> spec.put("tolerations", words.wrongBool());
    }
  }
}
