package io.policyc.compiler.cilium;

import java.util.List;

/// One item of `ingressDeny` or `egressDeny`. It beats every rule that allows.
///
/// @param peers fields of peers, each kind at most once; names of hosts can't be denied
/// @param toPorts empty: every port and protocol
/// @param icmps types of ICMP; not together with ports
/// @param comments lines above it
public record DenyRule(
    List<Peers> peers, List<PortDenyRule> toPorts, List<IcmpRule> icmps, Comments comments)
    implements TrafficRule {
  public DenyRule {
    peers = TrafficRule.eachKindOnce(peers);
    toPorts = List.copyOf(toPorts);
    icmps = List.copyOf(icmps);
    if (peers.stream().anyMatch(Peers.Fqdns.class::isInstance)) {
      throw new IllegalArgumentException("a rule that denies has no `toFQDNs`");
    }
  }

  /// Everything from or to these peers.
  public static DenyRule of(Peers peers) {
    return new DenyRule(List.of(peers), List.of(), List.of(), Comments.NONE);
  }

  /// The same on these ports only.
  public DenyRule withPorts(List<PortDenyRule> ports) {
    return new DenyRule(peers, ports, icmps, comments);
  }

  /// The same for these types of ICMP only.
  public DenyRule withIcmps(List<IcmpRule> types) {
    return new DenyRule(peers, toPorts, types, comments);
  }

  /// The same with these lines above it.
  public DenyRule withComments(Comments lines) {
    return new DenyRule(peers, toPorts, icmps, lines);
  }
}
