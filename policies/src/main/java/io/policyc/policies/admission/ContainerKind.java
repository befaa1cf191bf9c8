package io.policyc.policies.admission;

/// The lists of containers in a pod, in the order in which Kubernetes visits them.
public enum ContainerKind {
  /// Containers that end before the others start, and sidecars.
  INIT("initContainers", "init container"),
  /// The ordinary ones.
  ORDINARY("containers", "container"),
  /// What `kubectl debug` adds.
  EPHEMERAL("ephemeralContainers", "ephemeral container");

  private final String field;
  private final String word;

  ContainerKind(String field, String word) {
    this.field = field;
    this.word = word;
  }

  /// The field of a pod's `spec`.
  String field() {
    return field;
  }

  /// What messages call one.
  String word() {
    return word;
  }
}
