package io.policyc.signatures.oci;

import io.policyc.signatures.oci.net.Answer;

/// What a status means that is neither "here it is" nor "there is none".
public final class Statuses {
  private Statuses() {}

  /// Why such an answer tells nothing.
  ///
  /// @param who has answered
  public static Trouble trouble(Answer.Reply reply, String who) {
    Trouble.Kind kind =
        switch (reply.status()) {
          case 401, 403 -> Trouble.Kind.DENIED;
          case 429 -> Trouble.Kind.RATE_LIMITED;
          default -> reply.status() >= 500 ? Trouble.Kind.SERVER_ERROR : Trouble.Kind.UNEXPECTED;
        };
    String later =
        reply
            .header("Retry-After")
            .map(text -> " and asks to wait " + Quoted.quote(text))
            .orElse("");
    return new Trouble(kind, who + " answers " + reply.status() + later);
  }
}
