package io.policyc.tests.peers.admission;

import io.policyc.tests.gen.Dice;
import java.util.ArrayList;
import java.util.List;

/// A manifest as somebody might write it, made by chance: mostly one that an API server takes.
///
/// Half of the pods are restricted in every respect, before [GenFault] changes a few of them. Left
/// out: ephemeral containers, which nobody can create with a pod, and several documents in one
/// text, which a server does not read.
final class GenManifest {
  private final Dice dice;
  private final OddWords words;

  private GenManifest(Dice dice) {
    this.dice = dice;
    this.words = new OddWords(dice);
  }

  /// @param text what is sent
  record Generated(ServerKind kind, String text) {}

  static Generated of(Dice dice) {
    return new GenManifest(dice).manifest();
  }

  private Generated manifest() {
    ServerKind kind = dice.chance(65) ? ServerKind.POD : dice.pick(List.of(ServerKind.values()));
    Odd.Fields pod = pod();
    GenFault faults = new GenFault(dice, pod);
    int count = dice.chance(30) ? 0 : dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      faults.add();
    }
    if (dice.chance(10)) {
      faults.wrongType();
    }
    Odd.Fields object = kind.around(pod);
    oddities(object, pod);
    return new Generated(kind, new OddWriter(dice).text(object));
  }

  private Odd.Fields pod() {
    Odd.Fields pod = new Odd.Fields();
    Odd.Fields spec = pod.in("spec");
    List<Odd.Fields> containers = new ArrayList<>();
    if (dice.chance(25)) {
      containers(spec, "initContainers", "i", 1, containers);
    }
    containers(spec, "containers", "c", dice.between(1, 2), containers);
    boolean byPod = dice.chance(50);
    containers.forEach(container -> context(container.in("securityContext"), byPod));
    if (byPod) {
      nonRoot(spec.in("securityContext"));
    } else if (dice.chance(30)) {
      spec.put("securityContext", dice.chance(50) ? new Odd.Fields() : words.nothing());
    }
    if (dice.chance(30)) {
      volume(spec);
    }
    if (dice.chance(20)) {
      pod.in("metadata")
          .in("labels")
          .put(dice.one("team", "example.org/a", "n"), words.text("web"));
    }
    if (dice.chance(20)) {
      pod.in("metadata")
          .in("annotations")
          .put("example.org/why", dice.one("\"1\"", "'yes'", "null", "a b"));
    }
    return pod;
  }

  private void containers(
      Odd.Fields spec, String field, String prefix, int count, List<Odd.Fields> all) {
    for (int i = 0; i < count; i++) {
      Odd.Fields container = new Odd.Fields().put("name", words.text(prefix + i));
      container.put("image", words.text("example.org/app:1." + i));
      if (dice.chance(40)) {
        container.list("ports").add(new Odd.Fields().put("containerPort", words.number(8000 + i)));
      }
      if (dice.chance(15)) {
        container
            .in("resources")
            .in("limits")
            .put("cpu", dice.one("1", "500m", "0.5", "\"2\"", "1e0"));
      }
      spec.list(field).add(container);
      all.add(container);
    }
  }

  private void context(Odd.Fields context, boolean byPod) {
    context.put("allowPrivilegeEscalation", words.bool(false));
    context.in("capabilities").list("drop").add(words.text("ALL"));
    if (!byPod) {
      nonRoot(context);
    }
    if (dice.chance(10)) {
      context.put("readOnlyRootFilesystem", words.bool(dice.chance(50)));
    }
    if (dice.chance(10)) {
      context.put("privileged", dice.chance(50) ? words.nothing() : words.bool(false));
    }
  }

  private void nonRoot(Odd.Fields context) {
    context.put("runAsNonRoot", words.bool(true));
    context.in("seccompProfile").put("type", words.text("RuntimeDefault"));
    if (dice.chance(20)) {
      context.put("runAsUser", words.number(1000));
    }
  }

  private void volume(Odd.Fields spec) {
    Odd.Fields volume = new Odd.Fields().put("name", words.text("v0"));
    switch (dice.between(0, 5)) {
      case 0 -> volume.put("emptyDir", new Odd.Fields());
      case 1 -> volume.in("configMap").put("name", "settings");
      case 2 -> volume.in("secret").put("secretName", "key");
      case 3 -> volume.put("hostPath", words.nothing());
      case 4 -> volume.in("HostPath").put("path", "/");
      default -> {}
    }
    spec.list("volumes").add(volume);
  }

  // What changes the text, and seldom what it means.
  private void oddities(Odd.Fields object, Odd.Fields pod) {
    if (dice.chance(8)) {
      pod.in("spec").put(dice.one("HostNetwork", "hostnetwork", "sidecar"), words.bool(true));
    }
    if (dice.chance(8)) {
      // Of two the last one counts.
      pod.in("spec").first("hostPID", words.bool(true)).put("hostPID", words.bool(false));
    }
    if (dice.chance(8)) {
      shared(object, pod);
    }
    if (dice.chance(2)) {
      pod.in("spec").put("nodeName", words.broken());
    }
  }

  // A context that is written once, above or in the first container.
  private void shared(Odd.Fields object, Odd.Fields pod) {
    Odd.Fields context = new Odd.Fields().anchor("context");
    context(context, false);
    object.first("x-context", context);
    for (Odd container : pod.in("spec").list("containers").items()) {
      Odd.Fields own = ((Odd.Fields) container).remove("securityContext");
      if (dice.chance(50)) {
        own.put("securityContext", "*context");
      } else {
        Odd.Fields merged = own.in("securityContext").put("<<", "*context");
        if (dice.chance(40)) {
          merged.put("runAsNonRoot", words.bool(dice.chance(50)));
        }
      }
    }
  }
}
