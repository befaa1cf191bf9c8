package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Span;

/// The codes of what is found while manifests are read; `docs/diagnostics/<code>.md` explains each.
///
/// PC1000 to PC1019: what is read · PC1020 to PC1049: what an object means to an API server.
/// Numbers are never reused, here nor in the compiler's list.
public enum ManifestCode {
  /// A field whose value is of another type than an API server takes.
  PC1020(Level.ERROR),
  ;

  private final Level level;

  ManifestCode(Level level) {
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
