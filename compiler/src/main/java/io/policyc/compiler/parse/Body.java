package io.policyc.compiler.parse;

import io.policyc.compiler.ast.Notes;
import io.policyc.compiler.ast.Statement;
import io.policyc.findings.Span;

/// A sentence that was read up to its notes.
@FunctionalInterface
interface Body {
  /// The whole of it.
  Statement with(Notes notes, Span span);
}
