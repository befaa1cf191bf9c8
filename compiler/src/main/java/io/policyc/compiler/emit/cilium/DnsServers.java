package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Selection;
import java.util.List;

/// The DNS servers that the settings name, as peers.
final class DnsServers {
  private DnsServers() {}

  /// The labels of DNS servers that are pods.
  static Selection selection(Settings.DnsServer.Pods pods) {
    return new Selection(
        pods.labels().entrySet().stream()
            .map(label -> LabelRequirement.is(label.getKey(), label.getValue()))
            .toList(),
        List.of());
  }

  /// The server's port over UDP and TCP, not SCTP.
  static List<PortRange> ports(Settings.DnsServer server) {
    return List.of(
        new PortRange(Protocol.TCP, server.port(), server.port()),
        new PortRange(Protocol.UDP, server.port(), server.port()));
  }

  /// Those of the server's ports on which something lets pass whatever is asked.
  static List<PortRange> openPorts(Pass pass, Settings.DnsServer server) {
    return switch (pass) {
      case Pass.Everything(var auth) -> auth ? List.of() : ports(server);
      case Pass.Ports(var open, var auth, var names) ->
          auth || !names.isEmpty()
              ? List.of()
              : ports(server).stream()
                  .filter(port -> open.stream().anyMatch(range -> range.contains(port)))
                  .toList();
      case Pass.Requests _, Pass.Queries _, Pass.Ping _ -> List.of();
    };
  }

  /// Whether something sends the server's port over TCP through Envoy.
  static boolean isProxiedOtherwise(Pass pass, Settings.DnsServer server) {
    PortRange port = ports(server).getFirst();
    return switch (pass) {
      case Pass.Requests(var ranges, _, _) -> ranges.stream().anyMatch(r -> r.contains(port));
      case Pass.Ports(var ranges, _, var names) ->
          !names.isEmpty() && ranges.stream().anyMatch(r -> r.contains(port));
      case Pass.Everything _, Pass.Queries _, Pass.Ping _ -> false;
    };
  }

  /// Whether something lets pass on one of the server's ports only what is authenticated.
  static boolean isAuthenticated(Pass pass, Settings.DnsServer server) {
    return switch (pass) {
      case Pass.Everything(var auth) -> auth;
      case Pass.Ports(var ranges, var auth, _) -> auth && holds(ranges, server);
      case Pass.Requests(var ranges, var auth, _) -> auth && holds(ranges, server);
      case Pass.Queries _, Pass.Ping _ -> false;
    };
  }

  private static boolean holds(List<PortRange> ranges, Settings.DnsServer server) {
    return ports(server).stream()
        .anyMatch(port -> ranges.stream().anyMatch(range -> range.contains(port)));
  }

  /// Whether a peer may be one of a server's pods or nodes. `world` and `anyone` bring every name
  /// anyway.
  static boolean mayMean(Peer peer, Settings.DnsServer server) {
    return switch (server) {
      case Settings.DnsServer.Pods pods -> mayMean(peer, pods);
      case Settings.DnsServer.Entity(var word, _) -> mayMean(peer, word);
    };
  }

  private static boolean mayMean(Peer peer, Settings.DnsServer.Pods server) {
    return switch (peer) {
      case Peer.Pods pods ->
          isIn(pods.scope(), server.namespace()) && pods.selection().mayOverlap(selection(server));
      case Peer.Of(var entity) -> entity == Peer.Entity.CLUSTER;
      case Peer.Anyone _, Peer.Outside _ -> false;
    };
  }

  private static boolean mayMean(Peer peer, String entity) {
    return switch (peer) {
      case Peer.Pods _ -> entity.equals(Peer.Entity.CLUSTER.cilium());
      case Peer.Of(var other) -> other != Peer.Entity.WORLD;
      case Peer.Outside _ -> entity.equals(Peer.Entity.WORLD.cilium());
      case Peer.Anyone _ -> false;
    };
  }

  private static boolean isIn(NamespaceScope scope, String namespace) {
    return switch (scope) {
      case NamespaceScope.One(var one) -> one.equals(namespace);
      case NamespaceScope.All _, NamespaceScope.Labelled _ -> true;
    };
  }
}
