package io.policyc.policies.admission;

import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The SpinAppExecutors of an input.
///
/// Source: spinkube/spin-operator, internal/webhook/spinapp_validating.go and
/// spinapp_defaulting.go: an app's executor stands in its namespace; an app that names none gets
/// the first by name.
final class SpinExecutors {
  static final String GROUP = "core.spinkube.dev";

  private final Map<String, Map<String, Manifest>> byNamespace = new HashMap<>();

  SpinExecutors(List<Manifest> objects, AdmissionSettings settings) {
    for (Manifest object : objects) {
      if (object.kind().equals("SpinAppExecutor") && object.group().equals(GROUP)) {
        byNamespace
            .computeIfAbsent(object.namespace().orElse(settings.namespace()), _ -> new HashMap<>())
            .put(object.name().orElse(""), object);
      }
    }
  }

  /// The executor of an app; empty where it is not in the input.
  Optional<Manifest> of(Manifest app, String namespace) {
    Map<String, Manifest> here = byNamespace.getOrDefault(namespace, Map.of());
    String name = Fields.text(app.root().at("spec", "executor"));
    return name.isEmpty() && here.size() == 1
        ? here.values().stream().findFirst()
        : Optional.ofNullable(here.get(name));
  }

  /// Whether any executor of a namespace is in the input.
  boolean isKnown(String namespace) {
    return byNamespace.containsKey(namespace);
  }

  /// The RuntimeClass that an app's pods get from its executor.
  ClassName className(Manifest app, String namespace) {
    Place place = app.root().at("spec", "executor");
    Optional<Manifest> executor = of(app, namespace);
    if (executor.isEmpty()) {
      return new ClassName.Unknown(place);
    }
    String name =
        Fields.text(executor.get().root().at("spec", "deploymentConfig", "runtimeClassName"));
    return name.isEmpty() ? new ClassName.None(place) : new ClassName.Named(name, place);
  }
}
