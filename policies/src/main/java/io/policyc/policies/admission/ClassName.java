package io.policyc.policies.admission;

import io.policyc.manifests.Place;

/// The RuntimeClass that pods name.
public sealed interface ClassName {
  /// The field that says it, or would.
  Place place();

  /// One that is named.
  record Named(String name, Place place) implements ClassName {}

  /// None: the node's ordinary runtime starts them.
  record None(Place place) implements ClassName {}

  /// Another object says it, and that one is not in the input.
  record Unknown(Place place) implements ClassName {}

  /// What a field says. An empty name is none: an API server refuses it.
  static ClassName of(Place field) {
    String name = Fields.text(field);
    return name.isEmpty() ? new None(field) : new Named(name, field);
  }
}
