package io.policyc.compiler.cilium;

import java.util.Arrays;
import java.util.Optional;

/// A `protocol` of a port. The CRD takes upper case only.
public enum Protocol {
  /// TCP.
  TCP,
  /// UDP.
  UDP,
  /// SCTP.
  SCTP,
  /// Virtual Router Redundancy Protocol; has no ports.
  VRRP,
  /// Internet Group Management Protocol; has no ports.
  IGMP,
  /// Generic Routing Encapsulation (1.20); has no ports.
  GRE,
  /// IP in IP (1.20); has no ports.
  IPIP,
  /// IPv6 in IPv4 (1.20); has no ports.
  IPV6,
  /// IPsec's Encapsulating Security Payload (1.20); has no ports.
  ESP,
  /// IPsec's Authentication Header (1.20); has no ports.
  AH,
  /// TCP, UDP and SCTP, which is what a missing protocol means, too.
  ANY;

  /// Whether it has no ports.
  public boolean portless() {
    return switch (this) {
      case TCP, UDP, SCTP, ANY -> false;
      case VRRP, IGMP, GRE, IPIP, IPV6, ESP, AH -> true;
    };
  }

  /// The protocol of that word; empty when the CRD has none.
  public static Optional<Protocol> of(String word) {
    return Arrays.stream(values()).filter(p -> p.name().equals(word)).findFirst();
  }
}
