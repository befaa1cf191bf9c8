package io.policyc.manifests;

/// A pod, or a template of pods, in an object.
///
/// @param object the object that holds it
/// @param place of the template; its `metadata` and `spec` are those of the pods. Of a Pod, the
///   object itself
public record PodTemplate(Manifest object, Place place) {
  /// The pods' `spec`, with its path in the object.
  public Place spec() {
    return place.field("spec");
  }

  /// The pods' `metadata`, with its path in the object.
  public Place metadata() {
    return place.field("metadata");
  }

  /// Whether the object is a Pod itself: an API server applies other defaults to it, and Pod
  /// Security denies nothing else.
  public boolean isPod() {
    return place.path().text().isEmpty();
  }
}
