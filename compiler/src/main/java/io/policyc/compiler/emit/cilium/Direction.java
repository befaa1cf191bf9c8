package io.policyc.compiler.emit.cilium;

/// Which half of a conversation a rule is about.
enum Direction {
  /// What pods receive.
  INGRESS,
  /// What pods send.
  EGRESS
}
