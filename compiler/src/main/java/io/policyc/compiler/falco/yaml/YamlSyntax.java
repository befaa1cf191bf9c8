package io.policyc.compiler.falco.yaml;

/// Leaves the reader at the first thing that is no YAML; never leaves this package.
final class YamlSyntax extends Exception {
  private static final long serialVersionUID = 1L;

  private final int at;

  YamlSyntax(int at, String message) {
    // No stack trace: this is an answer about a text.
    super(message, null, false, false);
    this.at = at;
  }

  int at() {
    return at;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
