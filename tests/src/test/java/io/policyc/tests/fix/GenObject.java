package io.policyc.tests.fix;

import io.policyc.tests.gen.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Objects with pods of which some say nothing of their rights, some a little, and some something
/// else than they should: maps, lists, strings, booleans, numbers, and [Nothing].
final class GenObject {
  /// A field that is `null` in one of the ways to write that.
  record Nothing() {}

  /// A text of several lines.
  record Lines(String text) {}

  private final Dice dice;

  GenObject(Dice dice) {
    this.dice = dice;
  }

  /// A Pod, or something that makes pods.
  Map<String, Object> object() {
    return switch (dice.between(0, 3)) {
      case 0 -> whole("apps/v1", "Deployment", map("replicas", 2, "template", template()));
      case 1 ->
          whole(
              "batch/v1",
              "CronJob",
              map(
                  "jobTemplate",
                  map("spec", map("template", template())),
                  "schedule",
                  "* * * * *"));
      default -> whole("v1", "Pod", pod());
    };
  }

  private static Map<String, Object> whole(String version, String kind, Map<String, Object> spec) {
    Map<String, Object> metadata = map("name", "web", "labels", map("app", "web"));
    return map("apiVersion", version, "kind", kind, "metadata", metadata, "spec", spec);
  }

  private Map<String, Object> template() {
    return map("metadata", map("labels", map("app", "web")), "spec", pod());
  }

  private Map<String, Object> pod() {
    Map<String, Object> spec = new LinkedHashMap<>();
    if (dice.chance(30)) {
      spec.put("restartPolicy", dice.one("Always", "Never"));
    }
    if (dice.chance(40)) {
      spec.put("securityContext", dice.chance(30) ? nothing() : ofPod());
    }
    spec.put("containers", containers());
    if (dice.chance(20)) {
      spec.put("initContainers", containers());
    }
    if (dice.chance(40)) {
      spec.put("volumes", List.of(map("name", "v", "emptyDir", new LinkedHashMap<>())));
    }
    return spec;
  }

  private Object nothing() {
    return dice.chance(50) ? new Nothing() : new LinkedHashMap<String, Object>();
  }

  private Map<String, Object> ofPod() {
    Map<String, Object> context = new LinkedHashMap<>();
    maybe(context, "runAsUser", 40, dice.chance(80) ? (Object) 1000 : (Object) 0);
    maybe(context, "runAsNonRoot", 40, dice.chance(80) ? true : (Object) new Nothing());
    maybe(context, "seccompProfile", 40, profile());
    maybe(context, "fsGroup", 30, 2000);
    return context;
  }

  private Object profile() {
    return dice.chance(40)
        ? nothing()
        : map("type", dice.one("RuntimeDefault", "Localhost", "Unconfined"));
  }

  private List<Object> containers() {
    List<Object> containers = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      containers.add(container(i));
    }
    return containers;
  }

  private Map<String, Object> container(int number) {
    Map<String, Object> container = map("name", "c" + number, "image", "r.example.com/a:1");
    maybe(container, "args", 30, List.of("-c", "exit 0"));
    maybe(container, "env", 30, List.of(map("name", "A", "value", text())));
    if (dice.chance(60)) {
      container.put("securityContext", dice.chance(30) ? nothing() : ofContainer());
    }
    maybe(container, "resources", 20, new LinkedHashMap<>());
    return container;
  }

  private Object text() {
    return dice.chance(50) ? new Lines("one\n  two # no comment\n\nthree\n") : "on";
  }

  private Map<String, Object> ofContainer() {
    Map<String, Object> context = new LinkedHashMap<>();
    maybe(context, "privileged", 10, dice.chance(50));
    maybe(context, "allowPrivilegeEscalation", 40, dice.one(false, false, true, new Nothing()));
    maybe(context, "capabilities", 50, dice.chance(30) ? nothing() : capabilities());
    maybe(context, "runAsNonRoot", 15, dice.chance(70));
    maybe(context, "seccompProfile", 15, profile());
    maybe(context, "readOnlyRootFilesystem", 30, true);
    return context;
  }

  private Map<String, Object> capabilities() {
    Map<String, Object> capabilities = new LinkedHashMap<>();
    maybe(capabilities, "add", 30, List.of(dice.one("NET_BIND_SERVICE", "CAP_SYS_ADMIN")));
    Object some = dice.one(List.of(), List.of("NET_RAW"), List.of("CHOWN", "all"), List.of("ALL"));
    maybe(capabilities, "drop", 60, dice.chance(20) ? new Nothing() : some);
    return capabilities;
  }

  private void maybe(Map<String, Object> map, String name, int percent, Object value) {
    if (dice.chance(percent)) {
      map.put(name, value);
    }
  }

  private static Map<String, Object> map(Object... fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put(fields[i].toString(), fields[i + 1]);
    }
    return map;
  }
}
