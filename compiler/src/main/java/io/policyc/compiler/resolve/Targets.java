package io.policyc.compiler.resolve;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload.NamedPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Receivers and their ports, brought together.
final class Targets {
  private Targets() {}

  /// One target for each receiver, with the ports of all its targets.
  static List<Target> joined(List<Target> targets) {
    Map<String, List<PortRange>> ports = new LinkedHashMap<>();
    Map<String, Peer> peers = new LinkedHashMap<>();
    for (Target target : targets) {
      String key = key(target.receiver());
      peers.putIfAbsent(key, target.receiver());
      ports.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(target.ports());
    }
    return peers.entrySet().stream()
        .map(e -> new Target(e.getValue(), ports.getOrDefault(e.getKey(), List.of())))
        .toList();
  }

  // All targets come from one receiver of a sentence: the receiver itself, or workloads in it.
  private static String key(Peer peer) {
    return peer instanceof Peer.Pods pods && pods.workload().isPresent()
        ? pods.workload().get().qualifiedName()
        : "";
  }

  /// The declared ports of a target: of the workload in a group, or of the receiver.
  static List<NamedPort> known(Target target, Listening listening) {
    return target.receiver() instanceof Peer.Pods pods && pods.workload().isPresent()
        ? pods.workload().get().ports()
        : listening.ports();
  }

  /// `8080/tcp`, the protocol never left out.
  static String spelt(PortRange range) {
    return range.protocol() == Protocol.TCP ? range + "/tcp" : range.toString();
  }
}
