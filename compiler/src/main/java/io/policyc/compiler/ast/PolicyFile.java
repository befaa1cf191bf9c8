package io.policyc.compiler.ast;

import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;

/// One file of sentences.
///
/// @param source its text
/// @param statements in the order of the text
/// @param comments every comment, in the order of the text
public record PolicyFile(Source source, List<Statement> statements, List<Comment> comments) {
  public PolicyFile {
    statements = List.copyOf(statements);
    comments = List.copyOf(comments);
  }

  /// `# port the pod listens on`
  ///
  /// @param text from the `#` to the last character that is not blank
  public record Comment(String text, Span span) {}
}
