package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Span;

/// The codes of what is found while manifests are read; `docs/diagnostics/<code>.md` explains each.
///
/// PC1000 to PC1019: what is read · PC1020 to PC1049: what an object means to an API server.
/// Numbers are never reused, here nor in the compiler's list.
public enum ManifestCode {
  /// A file larger than is read.
  PC1000(Level.ERROR),

  /// A file that is no text.
  PC1001(Level.ERROR),

  /// A template in place of a manifest.
  PC1002(Level.ERROR),

  /// Text that is neither YAML nor JSON.
  PC1003(Level.ERROR),

  /// Values nested deeper than an API server reads.
  PC1004(Level.ERROR),

  /// More values, or more that come by aliases, than an API server reads.
  PC1005(Level.ERROR),

  /// A name that stands twice in a mapping.
  PC1006(Level.WARNING),

  /// YAML that no JSON can carry, such as `.inf`.
  PC1007(Level.ERROR),

  /// An input without any object.
  PC1008(Level.WARNING),

  /// Text behind the end of a document, which is ignored.
  PC1009(Level.WARNING),

  /// A document that is no Kubernetes object.
  PC1010(Level.ERROR),

  /// A field whose value is of another type than an API server takes.
  PC1020(Level.ERROR),

  /// A field of a pod that an API server does not know, and ignores.
  PC1021(Level.WARNING),

  /// A kind that an API server does not have under that name or version.
  PC1022(Level.ERROR),

  /// A field without which an API server refuses what has pods.
  PC1023(Level.ERROR),

  /// A name that no namespace has.
  PC1024(Level.ERROR),
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
