package io.policyc.compiler.ast;

import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;

/// One file of sentences.
///
/// @param source its text
/// @param statements in the order of the text
/// @param comments every comment, in the order of the text
/// @param doubts where something was found, so that what stands there may not be what was meant:
///   nothing more is said of it
public record PolicyFile(
    Source source, List<Statement> statements, List<Comment> comments, List<Span> doubts) {
  public PolicyFile {
    statements = List.copyOf(statements);
    comments = List.copyOf(comments);
    doubts = List.copyOf(doubts);
  }

  /// `# port the pod listens on`
  ///
  /// @param text from the `#` to the last character that is not blank
  public record Comment(String text, Span span) {}
}
