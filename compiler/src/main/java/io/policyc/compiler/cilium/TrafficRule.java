package io.policyc.compiler.cilium;

import java.util.Comparator;
import java.util.List;

/// What rules that allow and rules that deny have in common.
public sealed interface TrafficRule permits AllowRule, DenyRule {
  /// Fields of peers, each kind at most once; none means every peer.
  List<Peers> peers();

  /// Types of ICMP.
  List<IcmpRule> icmps();

  /// Lines above the rule.
  Comments comments();

  /// A copy of the fields, sorted by name: YAML mappings have no order.
  ///
  /// @throws IllegalArgumentException when a kind occurs twice: a mapping has each key once
  static List<Peers> eachKindOnce(List<Peers> peers) {
    for (int i = 1; i < peers.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (peers.get(i).getClass() == peers.get(j).getClass()) {
          throw new IllegalArgumentException("two fields of " + peers.get(i).field());
        }
      }
    }
    return peers.size() < 2 ? List.copyOf(peers) : inOrder(peers);
  }

  private static List<Peers> inOrder(List<Peers> peers) {
    return peers.stream().sorted(Comparator.comparing(Peers::field)).toList();
  }
}
