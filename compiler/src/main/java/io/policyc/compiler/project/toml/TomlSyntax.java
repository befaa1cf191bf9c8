package io.policyc.compiler.project.toml;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;

/// A text that is not TOML; it ends the reading and becomes one finding.
final class TomlSyntax extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Span at;
  private final String help;

  TomlSyntax(Span at, String message) {
    this(at, message, "");
  }

  /// @param help what to do; empty where nothing is to be said
  TomlSyntax(Span at, String message, String help) {
    super(message, null, false, false);
    this.at = at;
    this.help = help;
  }

  Span at() {
    return at;
  }

  /// What is wrong, as a finding.
  Finding finding() {
    Finding finding = Code.PC0801.at(at, String.valueOf(getMessage()));
    return help.isEmpty() ? finding : finding.withHelp(help);
  }
}
