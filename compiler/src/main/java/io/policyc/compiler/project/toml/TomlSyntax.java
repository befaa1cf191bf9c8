package io.policyc.compiler.project.toml;

import io.policyc.findings.Span;

/// A text that is not TOML; it ends the reading and becomes one finding.
final class TomlSyntax extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Span at;

  TomlSyntax(Span at, String message) {
    super(message, null, false, false);
    this.at = at;
  }

  Span at() {
    return at;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
