package io.policyc.tests.peers.admission;

import io.policyc.tests.gen.Dice;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What checks look at outside of security contexts, made by chance.
final class GenFields {
  private static final List<String> GOOD_VOLUMES =
      List.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final List<String> BAD_VOLUMES =
      List.of(
          "hostPath",
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "gitRepo",
          "nfs",
          "iscsi",
          "glusterfs",
          "rbd",
          "flexVolume",
          "cinder",
          "cephfs",
          "flocker",
          "fc",
          "azureFile",
          "vsphereVolume",
          "quobyte",
          "azureDisk",
          "photonPersistentDisk",
          "portworxVolume",
          "scaleIO",
          "storageos",
          "notYetKnown",
          "HostPath");
  private static final List<String> ANNOTATIONS =
      List.of(
          "container.apparmor.security.beta.kubernetes.io/c0",
          "container.apparmor.security.beta.kubernetes.io/nobody",
          "seccomp.security.alpha.kubernetes.io/pod",
          "container.seccomp.security.alpha.kubernetes.io/c0",
          "container.seccomp.security.alpha.kubernetes.io/c1",
          "container.seccomp.security.alpha.kubernetes.io/nobody",
          "container.seccomp.security.alpha.kubernetes.io/",
          "example.org/other");
  private static final List<String> GOOD_PROFILES =
      List.of("runtime/default", "localhost/", "localhost/mine");
  private static final List<String> BAD_PROFILES =
      List.of(
          "",
          "docker/default",
          "unconfined",
          "Localhost/x",
          "runtime/default ",
          "tab\there",
          "\"\\",
          "\u0085\u200b\u00a0é𝒳",
          "\u0007\u000b\u007f\u0001",
          "\ue000\ufffd\udb40\udc01\ud83d\ude00\u2028");
  private static final List<String> HOSTS =
      List.of("", "127.0.0.1", "example.org", "localhost", "[::1]");

  private final Dice dice;
  private final int bad;
  private final ObjectNode spec;
  private final ObjectNode annotations;
  private final List<ObjectNode> containers;

  GenFields(
      Dice dice, int bad, ObjectNode spec, ObjectNode annotations, List<ObjectNode> containers) {
    this.dice = dice;
    this.bad = bad;
    this.spec = spec;
    this.annotations = annotations;
    this.containers = containers;
  }

  void fill() {
    hostNamespaces();
    volumes();
    annotations();
    if (dice.chance(bad)) {
      containers.forEach(this::ports);
    }
    if (dice.chance(bad)) {
      containers.forEach(this::probes);
    }
    relaxations();
  }

  private void hostNamespaces() {
    boolean refused = dice.chance(bad);
    for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (refused && dice.chance(40)) {
        spec.put(field, true);
      } else if (dice.chance(20)) {
        spec.put(field, false);
      } else if (dice.chance(5)) {
        spec.putNull(field);
      }
    }
  }

  private void volumes() {
    boolean refused = dice.chance(bad);
    int count = refused ? dice.between(1, 3) : dice.between(-2, 3);
    ArrayNode list = spec.putArray("volumes");
    for (int i = 0; i < count; i++) {
      ObjectNode volume = list.addObject().put("name", "v" + i);
      // So often a folder of the node, since a check of its own looks for it.
      boolean ofNode = refused && dice.chance(60);
      volume.putObject(ofNode ? "hostPath" : dice.pick(refused ? BAD_VOLUMES : GOOD_VOLUMES));
      if (refused && dice.chance(10)) {
        volume.putObject(dice.one("hostPath", "nfs", "emptyDir"));
      } else if (refused && dice.chance(10)) {
        volume.putNull(dice.one("hostPath", "nfs", "emptyDir"));
      }
    }
    if (refused && dice.chance(3)) {
      list.addNull();
    }
  }

  private void annotations() {
    boolean refused = dice.chance(bad);
    for (String key : ANNOTATIONS) {
      if (refused && dice.chance(30)) {
        annotations.put(key, dice.pick(BAD_PROFILES));
      } else if (dice.chance(10)) {
        annotations.put(key, dice.pick(GOOD_PROFILES));
      } else if (refused && dice.chance(2)) {
        annotations.putNull(key);
      }
    }
  }

  private void ports(ObjectNode container) {
    if (dice.chance(80)) {
      ArrayNode ports = container.putArray("ports");
      for (int i = dice.between(0, 3); i > 0; i--) {
        ObjectNode port = ports.addObject().put("containerPort", 8080 + i);
        if (dice.chance(70)) {
          port.put("hostPort", dice.one(0, 80, 8080, 8080, 10000, -1));
        }
      }
    }
  }

  private void probes(ObjectNode container) {
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      if (dice.chance(40)) {
        handler(container.putObject(probe));
      }
    }
    if (dice.chance(40)) {
      ObjectNode lifecycle = container.putObject("lifecycle");
      handler(lifecycle.putObject(dice.one("postStart", "preStop")));
    }
  }

  private void handler(ObjectNode handler) {
    switch (dice.between(0, 4)) {
      case 0 -> handler.putObject("tcpSocket").put("port", 80).put("host", dice.pick(HOSTS));
      case 1 -> handler.putObject("exec").putArray("command").add("true");
      case 2 -> handler.putNull("httpGet");
      default -> handler.putObject("httpGet").put("port", "http").put("host", dice.pick(HOSTS));
    }
  }

  private void relaxations() {
    if (dice.chance(25)) {
      spec.put("hostUsers", dice.chance(30));
    } else if (dice.chance(5)) {
      spec.putNull("hostUsers");
    }
    if (dice.chance(20)) {
      spec.putObject("os").put("name", dice.one("windows", "windows", "linux", "Windows", ""));
    }
  }
}
