package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// What stands with a sentence and never changes what it permits.
///
/// @param annotations in the order in which they are written above the sentence
/// @param because the text after `because`
public record Notes(List<Annotation> annotations, Optional<Word> because) {
  /// A sentence without notes.
  public static final Notes NONE = new Notes(List.of(), Optional.empty());

  public Notes {
    annotations = List.copyOf(annotations);
  }

  /// `@owner("team-a")`, `@expires(2027-06-30)`
  ///
  /// @param name the word after `@`
  /// @param value what stands in the parentheses; empty for `@reviewed`
  public record Annotation(Word name, Optional<Word> value, Span span) {}
}
