package io.policyc.compiler.cilium;

import java.util.List;

/// One item of `toPorts` of a rule that denies.
///
/// @param ports none at all denies nothing
/// @param comments lines above it
public record PortDenyRule(List<PortProtocol> ports, Comments comments) {
  public PortDenyRule {
    ports = List.copyOf(ports);
  }

  /// Ports that are shut.
  public static PortDenyRule of(List<PortProtocol> ports) {
    return new PortDenyRule(ports, Comments.NONE);
  }
}
