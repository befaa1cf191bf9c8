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
    /// Every request is let through, but a proxy for requests stands on the way: for bytes that are
    /// none, the policy permits them and the proxy may choke on them.
    PROXIED,
    /// An end's policy cannot be computed at all.
    BROKEN
  }

  /// Whether that is what the language says.
  boolean agrees(Answer answer) {
    return switch (outcome) {
      case PERMITTED -> answer == Answer.PERMITTED;
      case REFUSED -> answer == Answer.REFUSED;
      case PROXIED -> true;
      case BROKEN -> false;
    };
  }
}
