package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.PortProtocol;
import io.policyc.compiler.cilium.Protocol;
import io.policyc.compiler.model.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/// Ranges of ports as Cilium writes them, at most 40 in a list.
final class Ports {
  /// Source: Cilium v1.20.2, pkg/policy/api/rule_validation.go, maxPorts.
  private static final int MOST = 40;

  private Ports() {}

  /// Lists of ports that anything may pass.
  static List<List<PortProtocol>> open(List<PortRange> ranges) {
    return split(ranges.stream().map(Ports::open).toList());
  }

  /// Lists of ports that a proxy looks at; it takes no port 0.
  static List<List<PortProtocol>> proxied(List<PortRange> ranges) {
    return split(ranges.stream().map(Ports::proxied).toList());
  }

  /// Lists of ports that are shut: one of all three protocols is written once, without saying
  /// which.
  static List<List<PortProtocol>> shut(List<PortRange> ranges) {
    TreeSet<PortRange> left = new TreeSet<>(ranges);
    List<PortProtocol> ports = new ArrayList<>();
    for (PortRange range : ranges) {
      List<PortRange> each = ofEachProtocol(range);
      if (left.containsAll(each)) {
        each.forEach(left::remove);
        ports.add(as(open(range), Protocol.ANY));
      } else if (left.remove(range)) {
        ports.add(open(range));
      }
    }
    return split(ports);
  }

  /// How many ports and requests are written for what an entry lets pass: requests stand in each
  /// list of ports.
  static int lines(Pass pass) {
    return switch (pass) {
      case Pass.Ports(var ranges, _, _) -> ranges.size();
      case Pass.Requests(var ranges, _, var rules) ->
          ranges.size() + rules.size() * ((ranges.size() + MOST - 1) / MOST);
      case Pass.Everything _, Pass.Queries _, Pass.Ping _ -> 1;
    };
  }

  private static List<PortRange> ofEachProtocol(PortRange range) {
    return List.of(
        new PortRange(io.policyc.compiler.Protocol.TCP, range.first(), range.last()),
        new PortRange(io.policyc.compiler.Protocol.UDP, range.first(), range.last()),
        new PortRange(io.policyc.compiler.Protocol.SCTP, range.first(), range.last()));
  }

  private static PortProtocol as(PortProtocol port, Protocol protocol) {
    return new PortProtocol(port.port(), port.endPort(), Optional.of(protocol));
  }

  // Port 0 is every port of the protocol, and one entry in the policy map rather than sixteen.
  private static PortProtocol open(PortRange range) {
    return range.isEvery() ? PortProtocol.of(0, protocol(range)) : proxied(range);
  }

  private static PortProtocol proxied(PortRange range) {
    OptionalInt end =
        range.first() == range.last() ? OptionalInt.empty() : OptionalInt.of(range.last());
    return new PortProtocol(
        Optional.of(Integer.toString(range.first())), end, Optional.of(protocol(range)));
  }

  private static Protocol protocol(PortRange range) {
    return switch (range.protocol()) {
      case TCP -> Protocol.TCP;
      case UDP -> Protocol.UDP;
      case SCTP -> Protocol.SCTP;
    };
  }

  private static List<List<PortProtocol>> split(List<PortProtocol> ports) {
    List<List<PortProtocol>> lists = new ArrayList<>();
    for (int from = 0; from < ports.size(); from += MOST) {
      lists.add(List.copyOf(ports.subList(from, Math.min(ports.size(), from + MOST))));
    }
    return lists;
  }
}
