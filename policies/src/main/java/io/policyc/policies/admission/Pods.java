package io.policyc.policies.admission;

import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import io.policyc.manifests.PodTemplate;
import io.policyc.manifests.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The pods that an object makes, as far as it says; of a Pod, itself.
///
/// @param object the object
/// @param namespace where the pods will be
/// @param labels theirs
/// @param serviceAccount the one that they run as
/// @param runtimeClass the RuntimeClass that they name
/// @param images what they run and mount
/// @param ports what their containers open, as they say
/// @param pod what they are made from; empty where a controller makes it up, as of a SpinApp
public record Pods(
    Manifest object,
    String namespace,
    SortedMap<String, String> labels,
    String serviceAccount,
    ClassName runtimeClass,
    List<Image> images,
    List<OpenPort> ports,
    Optional<Pod> pod) {
  public Pods {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    images = List.copyOf(images);
    ports = List.copyOf(ports);
  }

  /// The pods of a template.
  static Pods of(PodTemplate template, String namespace) {
    Place spec = template.spec();
    Pod pod = Pod.of(template.place());
    return new Pods(
        template.object(),
        namespace,
        labels(template.metadata().field("labels")),
        serviceAccount(spec),
        ClassName.of(spec.field("runtimeClassName")),
        Image.of(pod),
        OpenPort.of(pod),
        Optional.of(pod));
  }

  /// A field of strings; what is `null` is there, and empty, as Kubernetes decodes it.
  static SortedMap<String, String> labels(Place place) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (Value.Field field : place.fields()) {
      labels.put(field.name(), field.value() instanceof Value.Text text ? text.text() : "");
    }
    return labels;
  }

  /// The old field counts where the new one is unset.
  private static String serviceAccount(Place spec) {
    String name = Fields.text(spec.field("serviceAccountName"));
    String old = name.isEmpty() ? Fields.text(spec.field("serviceAccount")) : name;
    return old.isEmpty() ? "default" : old;
  }

  /// Where the labels stand, or would; of a SpinApp, its name.
  Place where() {
    return pod.map(one -> one.root().at("metadata", "labels"))
        .orElse(object.root().at("metadata", "name"));
  }

  /// Whether the object is a Pod itself.
  boolean isPod() {
    return pod.isPresent() && pod.get().root().path().text().isEmpty();
  }

  /// Whether the object is a Pod or something that makes pods of its template, and no custom
  /// resource whose controller may change it.
  boolean isBuiltIn() {
    return switch (object.group()) {
      case "", "apps", "batch" -> true;
      default -> false;
    };
  }
}
