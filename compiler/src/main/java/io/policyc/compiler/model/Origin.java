package io.policyc.compiler.model;

import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// The sentence that a part of the model came from.
///
/// @param sentence from its first word to its last
/// @param annotations in the order of the text
/// @param because the reason that the sentence gives
public record Origin(Span sentence, List<Annotation> annotations, Optional<String> because) {
  public Origin {
    annotations = List.copyOf(annotations);
  }

  /// `@owner("team-a")`
  ///
  /// @param value empty for an annotation without parentheses
  public record Annotation(String name, Optional<String> value) {}
}
