package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.cilium.AllowRule;
import io.policyc.compiler.cilium.DenyRule;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.cilium.PortDenyRule;
import io.policyc.compiler.cilium.PortProtocol;
import io.policyc.compiler.cilium.PortRule;
import io.policyc.compiler.cilium.Protocol;
import io.policyc.compiler.cilium.TrafficRule;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Counts what the rules about some pods take of their policy map, and refuses what cannot fit.
///
/// An endpoint's map has 16,384 entries by default, and one that is full keeps the endpoint from
/// being updated at all. Each peer takes at least one entry for each port, a range one for each
/// aligned block that it is made of. How many identities a selector stands for only the cluster
/// knows: the count is the least that it can be.
///
/// Source: Cilium v1.20.2, pkg/maps/policymap/cell.go, BpfPolicyMapMax; pkg/policy/l4.go,
/// keysForRange.
final class MapSize {
  static final int MOST = 16_384;

  // 30 blocks, of three protocols.
  private static final int MOST_BLOCKS = 90;

  private record Entry(boolean ingress, Object peer, String port) {}

  private MapSize() {}

  /// @param parts the objects that one subject was divided into
  static void check(List<Contents> parts, Report report) {
    long most = 0;
    for (Contents part : parts) {
      most += most(part.ingress()) + most(part.egress());
      most += most(part.ingressDeny()) + most(part.egressDeny());
    }
    if (most > MOST) {
      count(parts, report);
    }
  }

  private static <R extends TrafficRule> long most(List<Laid<R>> rules) {
    long most = 0;
    for (Laid<R> laid : rules) {
      most += (long) peers(laid.rule()) * keys(laid.rule());
    }
    return most;
  }

  /// At least as many as the rule's ports become.
  private static int keys(TrafficRule rule) {
    int keys = 1;
    switch (rule) {
      case AllowRule allow -> {
        for (PortRule ports : allow.toPorts()) {
          keys += keys(ports.ports());
        }
      }
      case DenyRule deny -> {
        for (PortDenyRule ports : deny.toPorts()) {
          keys += keys(ports.ports());
        }
      }
    }
    return keys;
  }

  private static int keys(List<PortProtocol> ports) {
    int keys = 0;
    for (PortProtocol port : ports) {
      keys += port.endPort().isPresent() ? MOST_BLOCKS : 3;
    }
    return keys;
  }

  // Counted one by one only where the product says that it may be too many: it counts an entry that
  // two rules share twice.
  private static void count(List<Contents> parts, Report report) {
    Set<Entry> entries = new HashSet<>();
    for (Contents part : parts) {
      boolean fits =
          add(part.ingress(), true, entries, report)
              && add(part.egress(), false, entries, report)
              && add(part.ingressDeny(), true, entries, report)
              && add(part.egressDeny(), false, entries, report);
      if (!fits) {
        return;
      }
    }
  }

  private static <R extends TrafficRule> boolean add(
      List<Laid<R>> rules, boolean ingress, Set<Entry> entries, Report report) {
    for (Laid<R> laid : rules) {
      for (Peers peers : laid.rule().peers()) {
        for (Object peer : items(peers)) {
          ports(laid.rule()).forEach(port -> entries.add(new Entry(ingress, peer, port)));
          if (entries.size() > MOST) {
            tell(laid, report);
            return false;
          }
        }
      }
    }
    return true;
  }

  private static void tell(Laid<?> laid, Report report) {
    Optional<Sentence> sentence = laid.causes().sentences().stream().findFirst();
    String message =
        "with this the policy map of a pod holds more than " + MOST + " entries, which is its size";
    String help = "write fewer ports or fewer peers: a range takes up to 30 entries for each peer";
    report.add(
        sentence
            .map(s -> Code.PC0405.at(s.span(), message))
            .orElseGet(() -> Code.PC0405.of(message))
            .withHelp(help));
  }

  private static int peers(TrafficRule rule) {
    int peers = 0;
    for (Peers field : rule.peers()) {
      peers += field.size();
    }
    return peers;
  }

  private static List<?> items(Peers peers) {
    return switch (peers) {
      case Peers.Endpoints(var selectors) -> selectors;
      case Peers.Entities(var entities) -> entities;
      case Peers.CidrSet(var rules) -> rules;
      case Peers.Cidrs(var cidrs) -> cidrs;
      case Peers.Fqdns(var names) -> names;
      case Peers.Nodes(var selectors) -> selectors;
      case Peers.Groups(var groups) -> groups;
      case Peers.Services(var services) -> services;
    };
  }

  /// The keys that a rule's ports become; one where it is about no ports.
  private static Set<String> ports(TrafficRule rule) {
    Set<String> keys = new HashSet<>();
    switch (rule) {
      case AllowRule allow ->
          allow.toPorts().forEach(ports -> ports.ports().forEach(port -> keys(port, keys)));
      case DenyRule deny ->
          deny.toPorts().forEach(ports -> ports.ports().forEach(port -> keys(port, keys)));
    }
    rule.icmps().forEach(icmp -> icmp.fields().forEach(field -> keys.add(field.toString())));
    return keys.isEmpty() ? Set.of("") : keys;
  }

  private static void keys(PortProtocol port, Set<String> keys) {
    Protocol protocol = port.effectiveProtocol();
    List<Protocol> protocols =
        protocol == Protocol.ANY
            ? List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP)
            : List.of(protocol);
    int first = Integer.parseInt(port.port().orElse("0"));
    int last = port.endPort().orElse(first);
    while (first <= last) {
      int block = Integer.lowestOneBit(first == 0 ? 1 << 16 : first);
      while (first + block - 1 > last) {
        block >>= 1;
      }
      for (Protocol each : protocols) {
        keys.add(each + " " + first + "/" + block);
      }
      first += block;
    }
  }
}
