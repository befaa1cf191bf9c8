package io.policyc.signatures.sigstore;

import io.policyc.signatures.Json;
import java.util.List;

/// What a place in a predicate must hold.
///
/// @param pointer a JSON pointer (RFC 6901) such as `/buildDefinition/buildType`
/// @param test what is asked of the value there; a place that is missing fails
public record Condition(String pointer, Test test) {
  /// What is asked of a value.
  public sealed interface Test {
    /// That it is this value; numbers are compared by value.
    record Equal(Json wanted) implements Test {}

    /// That it is one of these values.
    record OneOf(List<Json> wanted) implements Test {
      public OneOf {
        wanted = List.copyOf(wanted);
      }
    }

    /// That it is a text as the rule asks for.
    record Matches(TextRule wanted) implements Test {}
  }
}
