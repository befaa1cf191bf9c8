package io.policyc.compiler;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Span;

/// The codes of everything that policyc finds in a policy; `docs/diagnostics/<code>.md` explains
/// each.
///
/// Numbers are never reused. PC00 what is read · PC01 syntax · PC02 names · PC03 what a sentence
/// means · PC04 what Cilium can do · PC05 Falco · PC06 promises, tests and admission · PC07
/// policies read back · PC08 settings and output.
public enum Code {
  // PC00: what is read.

  // PC01: syntax.

  // PC02: names.

  /// A name that nothing declares.
  PC0203(Level.ERROR),

// PC03: what a sentence means.

// PC04: what Cilium can do.

// PC05: Falco.

// PC06: promises, tests and admission.

// PC07: policies read back.

// PC08: settings and output.
;

  private final Level level;

  Code(Level level) {
    this.level = level;
  }

  /// How much a finding with this code weighs.
  public Level level() {
    return level;
  }

  /// A finding with this code at a place.
  public Finding at(Span at, String message) {
    return Finding.at(name(), level, at, message);
  }

  /// A finding with this code about the whole input.
  public Finding of(String message) {
    return Finding.of(name(), level, message);
  }
}
