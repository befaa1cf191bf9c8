package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// What reading a field as a certain type gives.
///
/// An API server refuses an object with one value of a wrong type, so nothing may be concluded from
/// [Wrong]: it is neither unset nor set.
public sealed interface Read<T> {
  /// The value; empty where it is unset or wrong.
  default Optional<T> value() {
    return switch (this) {
      case Is<T>(T found, Span _) -> Optional.of(found);
      case Unset<T>() -> Optional.empty();
      case Wrong<T>(Finding _) -> Optional.empty();
    };
  }

  /// What is wrong with it: none or one finding.
  default List<Finding> findings() {
    return switch (this) {
      case Is<T>(T _, Span _) -> List.of();
      case Unset<T>() -> List.of();
      case Wrong<T>(Finding finding) -> List.of(finding);
    };
  }

  /// A value of the type that was asked for.
  record Is<T>(T found, Span span) implements Read<T> {}

  /// The field is absent or `null`.
  record Unset<T>() implements Read<T> {}

  /// The API server would refuse the object for this value.
  record Wrong<T>(Finding finding) implements Read<T> {}
}
