package io.policyc.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What an API server of Kubernetes 1.36 fills in before Pod Security and webhooks judge a pod,
/// where it changes what they say.
///
/// Source: k8s.io/kubernetes v1.36.4, pkg/apis/core/v1/defaults.go and applyAppArmorVersionSkew of
/// pkg/registry/core/pod/strategy.go. What it fills in has the place of the value that it follows
/// from.
public final class Defaults {
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

  private Defaults() {}

  /// A template as it is judged; the same where nothing is to be filled in.
  ///
  /// @param template one in which [PodSchema] finds no value of a wrong type
  public static PodTemplate applied(PodTemplate template) {
    Place place = template.place();
    if (!(place.value().orElse(null) instanceof Value.Mapping pod)
        || !(template.spec().value().orElse(null) instanceof Value.Mapping spec)) {
      return template;
    }
    Value.Mapping filled = items(spec, "volumes", Defaults::volume);
    if (template.isPod()) {
      filled = appArmor(hostPorts(filled), template.metadata().field("annotations"));
    }
    return filled.equals(spec)
        ? template
        : new PodTemplate(
            template.object(),
            new Place(place.path(), Optional.of(pod.with("spec", filled)), place.span()));
  }

  // A volume without a source is an empty folder, also one whose source is `null` or unknown.
  private static Value.Mapping volume(Value.Mapping volume) {
    boolean hasSource =
        PodTypes.fields("Volume").keySet().stream()
            .anyMatch(field -> !field.equals("name") && isSet(volume, field));
    return hasSource
        ? volume
        : volume.with("emptyDir", new Value.Mapping(List.of(), volume.span()));
  }

  // Only of a Pod: a template keeps its ports as they are.
  private static Value.Mapping hostPorts(Value.Mapping spec) {
    if (!Place.of(spec).field("hostNetwork").bool().value().orElse(false)) {
      return spec;
    }
    UnaryOperator<Value.Mapping> ports = container -> items(container, "ports", Defaults::hostPort);
    return items(items(spec, "containers", ports), "initContainers", ports);
  }

  private static Value.Mapping hostPort(Value.Mapping port) {
    Place place = Place.of(port);
    Optional<Value> containerPort = place.field("containerPort").value();
    boolean isZero = place.field("hostPort").int32().value().orElse(0L) == 0;
    return isZero && containerPort.isPresent() ? port.with("hostPort", containerPort.get()) : port;
  }

  // An annotation becomes a field, unless the pod's profile says the same. Other values than
  // `unconfined` do too, but nobody minds them.
  private static Value.Mapping appArmor(Value.Mapping spec, Place annotations) {
    boolean same =
        Place.of(spec).at("securityContext", "appArmorProfile", "type").text().value().stream()
            .anyMatch("Unconfined"::equals);
    boolean isWindows =
        Place.of(spec).at("os", "name").text().value().stream().anyMatch("windows"::equals);
    if (same || isWindows || annotations.fields().isEmpty()) {
      return spec;
    }
    Value.Mapping filled = spec;
    for (String kind : List.of("initContainers", "containers", "ephemeralContainers")) {
      filled = items(filled, kind, container -> appArmorOf(container, annotations));
    }
    return filled;
  }

  private static Value.Mapping appArmorOf(Value.Mapping container, Place annotations) {
    Place place = Place.of(container);
    String name = place.field("name").text().value().orElse("");
    Place annotation = annotations.field(APP_ARMOR + name);
    if (!annotation.text().value().equals(Optional.of("unconfined"))
        || place.at("securityContext", "appArmorProfile").isSet()) {
      return container;
    }
    Value.Text type = new Value.Text("Unconfined", annotation.span());
    Value.Mapping none = new Value.Mapping(List.of(), annotation.span());
    Value.Mapping context =
        place.field("securityContext").value().orElse(none) instanceof Value.Mapping map
            ? map
            : none;
    return container.with(
        "securityContext", context.with("appArmorProfile", none.with("type", type)));
  }

  private static boolean isSet(Value.Mapping mapping, String field) {
    return Place.of(mapping).field(field).isSet();
  }

  // The mapping with each object of one of its lists changed; itself where none is.
  private static Value.Mapping items(
      Value.Mapping mapping, String field, UnaryOperator<Value.Mapping> change) {
    List<Value> items = new ArrayList<>();
    Place list = Place.of(mapping).field(field);
    for (Place item : list.items()) {
      // `null` in a list is an object without fields.
      items.add(
          switch (item.value().orElse(new Value.Mapping(List.of(), item.span()))) {
            case Value.Mapping object -> change.apply(object);
            case Value other -> other;
          });
    }
    boolean same =
        !(list.value().orElse(null) instanceof Value.Sequence before)
            || before.items().equals(items);
    return same ? mapping : mapping.with(field, new Value.Sequence(items, list.span()));
  }
}
