package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import io.policyc.manifests.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What shows that a pod's image is wasm although no sentence says so.
///
/// Source: crun src/libcrun/handlers/handler-utils.c, for the annotations; docs.krustlet.dev, for
/// the architectures of its nodes; kwasm's operator, which labels the nodes that it prepares with
/// names below `kwasm.sh/`.
///
/// @param place where it stands
/// @param text as it stands
record WasmMark(Place place, String text) {
  private static final String VARIANT = "module.wasm.image/variant";
  private static final String HANDLER = "run.oci.handler";
  private static final Set<String> ARCHITECTURES =
      Set.of("wasm32-wasi", "wasm32-wasmcloud", "wasm32-wagi");

  /// The first mark of a pod.
  static Optional<WasmMark> of(Pod pod) {
    return annotation(pod)
        .or(() -> nodeSelector(pod.spec().field("nodeSelector")))
        .or(() -> affinity(pod.spec().at("affinity", "nodeAffinity")))
        .or(() -> toleration(pod.spec().field("tolerations")));
  }

  private static Optional<WasmMark> annotation(Pod pod) {
    for (Pod.Annotation annotation : pod.annotations()) {
      Set<String> values =
          switch (annotation.key()) {
            case VARIANT -> Set.of("compat", "compat-smart");
            case HANDLER -> Set.of("wasm", "wasm-smart");
            default -> Set.of();
          };
      if (values.contains(annotation.text())) {
        return mark(annotation.place(), annotation.key() + ": " + annotation.text());
      }
    }
    return Optional.empty();
  }

  private static Optional<WasmMark> nodeSelector(Place selector) {
    for (Value.Field field : selector.fields()) {
      Place place = selector.field(field.name());
      if (isWasm(field.name(), Fields.text(place))) {
        return mark(place, field.name() + ": " + Fields.text(place));
      }
    }
    return Optional.empty();
  }

  private static Optional<WasmMark> affinity(Place affinity) {
    Place required = affinity.field("requiredDuringSchedulingIgnoredDuringExecution");
    for (Place term : required.field("nodeSelectorTerms").items()) {
      Optional<WasmMark> mark = term(term);
      if (mark.isPresent()) {
        return mark;
      }
    }
    for (Place wish : affinity.field("preferredDuringSchedulingIgnoredDuringExecution").items()) {
      Optional<WasmMark> mark = term(wish.field("preference"));
      if (mark.isPresent()) {
        return mark;
      }
    }
    return Optional.empty();
  }

  private static Optional<WasmMark> term(Place term) {
    for (Place expression : term.field("matchExpressions").items()) {
      String key = Fields.text(expression.field("key"));
      String operator = Fields.text(expression.field("operator"));
      if (operator.equals("Exists") && isWasm(key, "")) {
        return mark(expression.field("key"), key);
      }
      for (Place value :
          operator.equals("In") ? expression.field("values").items() : List.<Place>of()) {
        if (isWasm(key, Fields.text(value))) {
          return mark(value, key + ": " + Fields.text(value));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<WasmMark> toleration(Place tolerations) {
    for (Place toleration : tolerations.items()) {
      String key = Fields.text(toleration.field("key"));
      String value = Fields.text(toleration.field("value"));
      if (isWasm(key, value)) {
        return mark(toleration, key + (value.isEmpty() ? "" : ": " + value));
      }
    }
    return Optional.empty();
  }

  private static boolean isWasm(String key, String value) {
    boolean architecture =
        key.equals("kubernetes.io/arch") || key.equals("beta.kubernetes.io/arch");
    return key.startsWith("kwasm.sh/") || (architecture && ARCHITECTURES.contains(value));
  }

  private static Optional<WasmMark> mark(Place place, String text) {
    return Optional.of(new WasmMark(place, text));
  }
}
