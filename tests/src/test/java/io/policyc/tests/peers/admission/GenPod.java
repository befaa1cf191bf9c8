package io.policyc.tests.peers.admission;

import io.policyc.tests.gen.Dice;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A pod made by chance: names, kinds of containers, and what every check looks at.
///
/// Half of the pods are calm: hardly any field of theirs is bad, so that many are allowed as a
/// whole. Of the others every check finds something in about every second one. Left out: values of
/// a wrong type, which a decoder refuses before any check is asked.
final class GenPod {
  static final JsonMapper MAPPER = new JsonMapper();

  private static final List<String> NAMES =
      List.of("web", "api", "init", "debug", "a", "", "é", "\"quoted\"", "𝒳", "\uffee", "x\ny");

  private final Dice dice;
  private final int bad;
  private final ObjectNode annotations = MAPPER.createObjectNode();
  private final ObjectNode spec = MAPPER.createObjectNode();
  private final List<ObjectNode> containers = new ArrayList<>();

  private GenPod(Dice dice) {
    this.dice = dice;
    bad = dice.chance(50) ? 2 : 65;
  }

  /// A pod for a state of the dice.
  static JsonNode of(Dice dice) {
    return new GenPod(dice).pod();
  }

  private JsonNode pod() {
    containers("initContainers", dice.between(-2, 2));
    containers("containers", dice.chance(3) ? 0 : dice.between(1, 3));
    containers("ephemeralContainers", dice.between(-3, 2));
    new GenSecurity(dice, bad, spec, containers).fill();
    new GenFields(dice, bad, spec, annotations, containers).fill();
    noise();
    ObjectNode pod = MAPPER.createObjectNode();
    ObjectNode metadata = pod.putObject("metadata").put("name", "generated");
    if (!annotations.isEmpty()) {
      metadata.set("annotations", annotations);
    }
    pod.set("spec", spec);
    return pod;
  }

  private void containers(String field, int count) {
    if (count > 0) {
      ArrayNode list = spec.putArray(field);
      for (int i = 0; i < count; i++) {
        containers.add(container(list.addObject(), i));
      }
    } else if (dice.chance(10)) {
      spec.set(field, dice.chance(50) ? MAPPER.nullNode() : MAPPER.createArrayNode());
    }
  }

  private ObjectNode container(ObjectNode container, int index) {
    if (dice.chance(90)) {
      container.put("name", "c" + index);
    } else if (dice.chance(80)) {
      container.put("name", dice.pick(NAMES));
    }
    container.put("image", "example.org/app:1");
    return container;
  }

  /// What must make no difference, and what is decoded as if it were not there.
  private void noise() {
    if (dice.chance(5)) {
      spec.put("HostNetwork", true).put("hostPid", true).put("securitycontext", "odd");
    }
    if (dice.chance(5)) {
      spec.put("automountServiceAccountToken", true).put("shareProcessNamespace", true);
    }
    if (dice.chance(3) && spec.get("containers") instanceof ArrayNode list) {
      list.addNull();
    }
    for (ObjectNode container : containers) {
      if (dice.chance(3) && !container.has("securityContext")) {
        container.putNull("securityContext");
      }
    }
  }
}
