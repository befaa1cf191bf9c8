package io.policyc.compiler.model;

import java.util.List;

/// What is to be proved of the whole input: `never` and `expect`.
///
/// `expect nobody … can` is `EXPECT_CANNOT` of anyone.
///
/// @param kind which sentence it is
/// @param claims what is asked of the set of permitted conversations
public record Promise(Kind kind, List<Claim> claims, Origin origin) {
  public Promise {
    claims = List.copyOf(claims);
  }

  /// Which sentence it is.
  public enum Kind {
    NEVER,
    EXPECT_CAN,
    EXPECT_CANNOT
  }

  /// One pair of ends and what passes between them.
  public record Claim(Peer sender, Peer receiver, Conversation conversation) {}
}
