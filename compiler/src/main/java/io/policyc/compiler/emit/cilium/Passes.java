package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.model.Conversation;

/// What conversations become at an end that guards them, and at one that only lets them through.
final class Passes {
  private final Requests requests;

  Passes(Requests requests) {
    this.requests = requests;
  }

  /// Whether a conversation asks for more than an open port.
  static boolean isGuarded(Conversation conversation) {
    return switch (conversation) {
      case Conversation.Everything(var auth) -> auth;
      case Conversation.Transport(_, var auth, var names) -> auth || !names.isEmpty();
      case Conversation.Http _ -> true;
      case Conversation.Ping _ -> false;
    };
  }

  /// Exactly the conversation.
  ///
  /// @param sentence where it is told when that cannot be said
  Pass guard(Conversation conversation, Sentence sentence) {
    return switch (conversation) {
      case Conversation.Everything(var auth) -> new Pass.Everything(auth);
      case Conversation.Transport(var ports, var auth, var names) ->
          new Pass.Ports(ports, auth, names);
      case Conversation.Http http ->
          new Pass.Requests(http.ports(), http.mutualAuth(), requests.of(http, sentence));
      case Conversation.Ping() -> new Pass.Ping();
    };
  }

  /// The ports that the conversation needs, where the other end guards it.
  static Pass open(Conversation conversation) {
    return switch (conversation) {
      case Conversation.Everything _ -> new Pass.Everything(false);
      case Conversation.Transport(var ports, _, _) -> Pass.Ports.of(ports);
      case Conversation.Http http -> Pass.Ports.of(http.ports());
      case Conversation.Ping() -> new Pass.Ping();
    };
  }
}
