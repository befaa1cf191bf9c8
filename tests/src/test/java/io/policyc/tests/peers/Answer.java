package io.policyc.tests.peers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What Cilium decides about a [Conversation].
///
/// @param allowed whether neither end refuses
/// @param egress the decision at the sender
/// @param ingress the decision at the receiver
public record Answer(boolean allowed, End egress, End ingress) {

  /// A decision.
  public enum Verdict {
    /// Let through.
    ALLOWED,
    /// Refused.
    DENIED,
    /// The endpoint's policy cannot be computed, for example because two policies conflict.
    ERROR,
    /// This end is no endpoint under policy: a node, or the world.
    NONE
  }

  /// The decision at one end.
  ///
  /// @param reason `rule`, `default`, `http`, `sni` or `dns`: who decided
  /// @param redirect the proxy on the way: `http`, `tls`, `dns`, `listener`
  /// @param auth `required` when the ends must have authenticated each other
  /// @param error what is wrong, for [Verdict#ERROR]
  /// @param policies the policies behind the decision, when asked for
  public record End(
      Verdict verdict,
      Optional<String> reason,
      Optional<String> redirect,
      Optional<String> auth,
      Optional<String> error,
      List<String> policies) {

    private static final End NONE =
        new End(
            Verdict.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    private static End of(JsonNode node) {
      return new End(
          Verdict.valueOf(node.path("verdict").asString().toUpperCase(Locale.ROOT)),
          Json.text(node, "reason"),
          Json.text(node, "redirect"),
          Json.text(node, "auth"),
          Json.text(node, "error"),
          Json.list(node.path("policies"), JsonNode::asString));
    }
  }

  /// The same without what an end decides that is somebody else's: one that is no pod, or one of
  /// another cluster.
  ///
  /// @param sender whether the sender's decision counts
  /// @param receiver whether the receiver's does
  public Answer at(boolean sender, boolean receiver) {
    End from = sender ? egress : End.NONE;
    End to = receiver ? ingress : End.NONE;
    return new Answer(passes(from) && passes(to), from, to);
  }

  private static boolean passes(End end) {
    return end.verdict() == Verdict.ALLOWED || end.verdict() == Verdict.NONE;
  }

  static Answer of(JsonNode node) {
    return new Answer(
        node.path("allowed").asBoolean(),
        End.of(node.path("egress")),
        End.of(node.path("ingress")));
  }
}
