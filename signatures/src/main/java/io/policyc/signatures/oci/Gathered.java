package io.policyc.signatures.oci;

import java.util.List;

/// What could be gathered from several places, and what could not be told: a place that fails takes
/// nothing away from what others hold.
///
/// @param items in the order of the places
/// @param troubles of those places that have not answered, or not to the end
public record Gathered<T>(List<T> items, List<Trouble> troubles) {
  public Gathered {
    items = List.copyOf(items);
    troubles = List.copyOf(troubles);
  }

  /// One answer: "not there" is nothing at all.
  static <T> Gathered<T> of(Fetched<List<T>> fetched) {
    return switch (fetched) {
      case Fetched.There<List<T>>(var list) -> new Gathered<>(list, List.of());
      case Fetched.NotThere<List<T>>() -> new Gathered<>(List.of(), List.of());
      case Fetched.Unknown<List<T>>(var trouble) -> new Gathered<>(List.of(), List.of(trouble));
    };
  }

  /// The whole list, for callers that a part of it does not help.
  public Fetched<List<T>> whole() {
    return troubles.isEmpty()
        ? new Fetched.There<>(items)
        : new Fetched.Unknown<>(troubles.getFirst());
  }
}
