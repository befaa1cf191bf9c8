package io.policyc.compiler.model;

import java.util.List;

/// What no grant can permit.
///
/// @param ports sorted; empty for everything, ping included
public record Denial(Peer sender, Peer receiver, List<PortRange> ports, Origin origin) {
  public Denial {
    ports = ports.stream().sorted().distinct().toList();
  }
}
