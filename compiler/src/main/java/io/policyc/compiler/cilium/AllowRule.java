package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// One item of `ingress` or `egress`.
///
/// Without peers it means every peer, without ports every port, without both it allows nothing and
/// only switches default deny on.
///
/// @param peers fields of peers, each kind at most once
/// @param toPorts empty: every port and protocol
/// @param icmps types of ICMP; not together with ports
/// @param authentication what must be proved first
/// @param comments lines above it
public record AllowRule(
    List<Peers> peers,
    List<PortRule> toPorts,
    List<IcmpRule> icmps,
    Optional<AuthenticationMode> authentication,
    Comments comments)
    implements TrafficRule {
  /// `- {}`, which allows nothing.
  public static final AllowRule NOTHING =
      new AllowRule(List.of(), List.of(), List.of(), Optional.empty(), Comments.NONE);

  public AllowRule {
    peers = TrafficRule.eachKindOnce(peers);
    toPorts = List.copyOf(toPorts);
    icmps = List.copyOf(icmps);
  }

  /// Everything from or to these peers.
  public static AllowRule of(Peers peers) {
    return NOTHING.withPeers(List.of(peers));
  }

  /// The same with these peers.
  public AllowRule withPeers(List<Peers> fields) {
    return new AllowRule(fields, toPorts, icmps, authentication, comments);
  }

  /// The same on these ports only.
  public AllowRule withPorts(List<PortRule> ports) {
    return new AllowRule(peers, ports, icmps, authentication, comments);
  }

  /// The same for these types of ICMP only.
  public AllowRule withIcmps(List<IcmpRule> types) {
    return new AllowRule(peers, toPorts, types, authentication, comments);
  }

  /// The same after mutual authentication.
  public AllowRule withAuthentication(AuthenticationMode mode) {
    return new AllowRule(peers, toPorts, icmps, Optional.of(mode), comments);
  }

  /// The same with these lines above it.
  public AllowRule withComments(Comments lines) {
    return new AllowRule(peers, toPorts, icmps, authentication, lines);
  }
}
