package io.policyc.compiler.ast;

import io.policyc.findings.Span;

/// One word or one quoted text, with its quotes and escapes removed.
///
/// @param text what it says
/// @param quoted whether it stood in quotes: then it is never a keyword or a built-in name
/// @param span where it stands, quotes included
public record Word(String text, boolean quoted, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
