package io.policyc.compiler.project;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// Where a file was named: by an argument, or by an import at a span.
///
/// @param at the import's text; empty for an argument
/// @param findings where findings go
record Reading(Optional<Span> at, List<Finding> findings) {
  /// Says what is wrong with what was named here.
  void add(Code code, String message) {
    findings.add(finding(code, message));
  }

  /// Says what is wrong with what was named here, and what to do.
  void add(Code code, String message, String help) {
    findings.add(finding(code, message).withHelp(help));
  }

  private Finding finding(Code code, String message) {
    return at.map(place -> code.at(place, message)).orElseGet(() -> code.of(message));
  }
}
