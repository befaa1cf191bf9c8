package io.policyc.findings.render;

import io.policyc.findings.Level;

/// The colours of a terminal, or none.
enum Paint {
  /// Text as it is.
  PLAIN,
  /// ANSI escape sequences.
  ANSI;

  /// `error[PC0203]` in the colour of its level.
  String head(Level level, String text) {
    return switch (level) {
      case ERROR -> wrap("1;31", text);
      case WARNING -> wrap("1;33", text);
      case NOTE -> wrap("1;36", text);
    };
  }

  /// The message of a finding.
  String strong(String text) {
    return wrap("1", text);
  }

  /// Line numbers and arrows.
  String frame(String text) {
    return wrap("34", text);
  }

  private String wrap(String code, String text) {
    return this == PLAIN ? text : "\033[" + code + "m" + text + "\033[0m";
  }
}
