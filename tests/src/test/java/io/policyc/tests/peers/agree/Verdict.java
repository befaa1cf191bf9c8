package io.policyc.tests.peers.agree;

/// What the engine does with a conversation.
///
/// @param outcome what becomes of it
/// @param detail the decisions at both ends
record Verdict(Outcome outcome, String detail) {
  /// What becomes of a conversation.
  enum Outcome {
    PERMITTED,
    REFUSED,
    /// Every request is let through, and nothing else: Envoy stands on the way.
    ONLY_HTTP,
    /// Every query is let through, and nothing else: the DNS proxy stands on the way to the port of
    /// a DNS server.
    ONLY_DNS,
    /// An end's policy cannot be computed at all.
    BROKEN
  }
}
