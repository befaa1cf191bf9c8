package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.AllowRule;
import io.policyc.compiler.cilium.DenyRule;
import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.cilium.PortProtocol;
import io.policyc.compiler.cilium.PortRule;
import io.policyc.compiler.cilium.TrafficRule;
import java.util.List;

/// A text by which the rules of one side are sorted: different ones have different texts, and those
/// of the same peers stand together.
final class RuleKey {
  private final StringBuilder key = new StringBuilder(128);

  private RuleKey() {}

  static String of(TrafficRule rule) {
    RuleKey key = new RuleKey();
    rule.peers().forEach(key::add);
    rule.icmps().forEach(icmp -> key.key.append(" ping"));
    switch (rule) {
      case AllowRule allow -> {
        allow.toPorts().forEach(key::add);
        allow.authentication().ifPresent(mode -> key.key.append(" auth"));
      }
      case DenyRule deny -> deny.toPorts().forEach(ports -> key.add(ports.ports()));
    }
    return key.key.toString();
  }

  private void add(Peers peers) {
    key.append(peers.field());
    switch (peers) {
      case Peers.Endpoints(var selectors) -> selectors.forEach(this::add);
      case Peers.Entities _,
          Peers.Cidrs _,
          Peers.CidrSet _,
          Peers.Fqdns _,
          Peers.Nodes _,
          Peers.Groups _,
          Peers.Services _ ->
          key.append(peers);
    }
  }

  private void add(EndpointSelector selector) {
    selector
        .matchLabels()
        .forEach((label, value) -> key.append(' ').append(label).append('=').append(value));
    selector.matchExpressions().forEach(key::append);
  }

  private void add(PortRule ports) {
    // Where names may be asked for is what the compiler adds: it stands last.
    boolean dns = ports.rules().isPresent() && !ports.rules().get().dnsRules().isEmpty();
    if (dns && key.charAt(0) != '~') {
      key.insert(0, '~');
    }
    add(ports.ports());
    ports.serverNames().forEach(name -> key.append(' ').append(name));
    if (ports.rules().isPresent() && !ports.rules().get().httpRules().isEmpty()) {
      key.append(ports.rules().get().httpRules().getFirst());
    }
  }

  private void add(List<PortProtocol> ports) {
    for (PortProtocol port : ports) {
      key.append(' ').append(port.port().orElse("")).append('-').append(port.endPort().orElse(0));
      key.append(port.effectiveProtocol());
    }
  }
}
