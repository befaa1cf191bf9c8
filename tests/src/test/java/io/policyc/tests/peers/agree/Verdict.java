package io.policyc.tests.peers.agree;

import io.policyc.tests.naive.Answer;

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

  /// Whether that is what the language says.
  boolean agrees(Answer answer) {
    return switch (outcome) {
      case PERMITTED -> answer == Answer.PERMITTED;
      case REFUSED, ONLY_HTTP -> answer == Answer.REFUSED;
      // docs/targets/cilium.md: what passes on the port of a DNS server is queries.
      case ONLY_DNS -> true;
      case BROKEN -> false;
    };
  }

  /// Whether Cilium takes nothing but HTTP where the language permits anything: an input must have
  /// been warned of that.
  boolean isOnlyHttp(Answer answer) {
    return outcome == Outcome.ONLY_HTTP && answer == Answer.PERMITTED;
  }
}
