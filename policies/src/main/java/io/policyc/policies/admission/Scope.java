package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.Optional;

/// What has a `securityContext`: the pod as a whole, or one container.
///
/// @param kind which container; empty is the pod
/// @param place the pod's `spec`, or the container
public record Scope(Optional<ContainerKind> kind, Place place) {
  /// The security context, set or not.
  Place context() {
    return place.field("securityContext");
  }

  /// Whether this is the pod as a whole.
  boolean isPod() {
    return kind.isEmpty();
  }

  /// The container's name; empty where it has none, as Kubernetes decodes it.
  String name() {
    return Fields.text(place.field("name"));
  }

  /// `the pod`, or ``init container `web` ``, as our messages call it.
  String described() {
    return kind.map(one -> one.word() + " `" + name() + "`").orElse("the pod");
  }
}
