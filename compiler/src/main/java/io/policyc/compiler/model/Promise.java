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

  /// What may happen, must, or must not.
  public sealed interface Claim {
    /// One pair of ends and what passes between them.
    record Passes(Peer sender, Peer receiver, Conversation conversation) implements Claim {}

    /// `resolve *.corp.example`
    ///
    /// @param names patterns in lower case; `**` alone is every name
    record Resolves(Peer.Pods sender, List<String> names) implements Claim {
      public Resolves {
        names = names.stream().sorted().distinct().toList();
      }
    }

    /// `use wasi:keyvalue`
    record Uses(Peer.Pods sender, List<String> interfaces) implements Claim {
      public Uses {
        interfaces = interfaces.stream().sorted().distinct().toList();
      }
    }
  }
}
