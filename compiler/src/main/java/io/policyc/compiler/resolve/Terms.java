package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Conversation.HeaderMatch;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// What the conditions of a sentence ask for, all of them together.
///
/// @param query whether a query string may follow a path
/// @param mutualAuth where mutual authentication is asked for
/// @param sni where a server name is asked for
record Terms(
    List<HeaderMatch> headers,
    Optional<String> host,
    boolean query,
    Optional<Span> mutualAuth,
    Optional<ServerName> sni) {
  Terms {
    headers = List.copyOf(headers);
  }

  /// @param name empty where the hosts of the receiver are meant
  record ServerName(Optional<String> name, Span at) {}
}
