package io.policyc.policies.admission;

import io.policyc.findings.ObjectPath;
import io.policyc.manifests.Place;
import io.policyc.manifests.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A pod as checks see it: a Pod, or the template of a controller.
///
/// @param root what has `metadata` and `spec`
/// @param scopes the pod itself, then its containers: init, ordinary, ephemeral, each in their
///   order
public record Pod(Place root, List<Scope> scopes) {
  public Pod {
    scopes = List.copyOf(scopes);
  }

  /// A pod, with its containers found.
  ///
  /// @param root what has `metadata` and `spec`, already known to hold no value of a wrong type
  public static Pod of(Place root) {
    Place spec = root.field("spec");
    List<Scope> scopes = new ArrayList<>();
    scopes.add(new Scope(Optional.empty(), spec));
    for (ContainerKind kind : ContainerKind.values()) {
      for (Place container : spec.field(kind.field()).items()) {
        scopes.add(new Scope(Optional.of(kind), container));
      }
    }
    return new Pod(root, scopes);
  }

  /// The pod's `spec`.
  Place spec() {
    return root.field("spec");
  }

  /// The containers of every kind.
  List<Scope> containers() {
    return scopes.subList(1, scopes.size());
  }

  /// Whether the pod says that it runs on Windows; a node selector does not count.
  boolean isWindows() {
    return Fields.text(spec().at("os", "name")).equals("windows");
  }

  /// Whether the pod has a user namespace of its own.
  boolean hasUserNamespace() {
    return spec().field("hostUsers").bool().value().equals(Optional.of(false));
  }

  /// The pod's annotations. One that is `null` is there, and empty, as Kubernetes decodes it.
  List<Annotation> annotations() {
    Place all = root.at("metadata", "annotations");
    return all.fields().stream().map(field -> annotation(all, field)).toList();
  }

  private static Annotation annotation(Place all, Value.Field field) {
    ObjectPath path = new ObjectPath(all.path() + "[" + field.name() + "]");
    Place place = new Place(path, Optional.of(field.value()), field.value().span());
    return new Annotation(field.name(), Fields.text(place), place);
  }

  /// `container.apparmor.security.beta.kubernetes.io/web: runtime/default`
  record Annotation(String key, String text, Place place) {}
}
