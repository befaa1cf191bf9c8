package io.policyc.compiler.ast;

import io.policyc.compiler.Protocol;
import io.policyc.findings.Span;
import java.util.Optional;

/// One item of a list of ports: `metrics`, `5432`, `8000-8100` or `9999/udp`.
public sealed interface PortItem {
  /// Where it stands.
  Span span();

  /// `metrics`, a port that the receiver's declaration names.
  record Named(Word name) implements PortItem {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /// `8000-8100/udp`.
  ///
  /// @param first 1 to 65535
  /// @param last at least `first`; equal to it for a single port
  /// @param protocol empty where the sentence names none
  record Numbers(int first, int last, Optional<Protocol> protocol, Span span) implements PortItem {
    public Numbers {
      if (first < 1 || last < first || last > 65_535) {
        throw new IllegalArgumentException("ports " + first + "-" + last);
      }
    }
  }
}
