package io.policyc.compiler.ast;

import io.policyc.compiler.Protocol;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// Which ports a sentence speaks of.
public sealed interface PortClause {
  /// No `port` in the sentence.
  record Unsaid() implements PortClause {}

  /// `port 5432, 8000-8100, 9999/udp` or `port metrics`.
  record Listed(List<PortItem> items) implements PortClause {
    public Listed {
      items = List.copyOf(items);
    }
  }

  /// `every port` or `every port/udp`.
  ///
  /// @param protocol empty where the sentence names none
  record Every(Optional<Protocol> protocol, Span span) implements PortClause {}
}
