package io.policyc.compiler.resolve;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import io.policyc.compiler.model.External;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of the ports of each receiver.
final class Listeners {
  private final Settings settings;
  private final Set<Span> damaged;
  private final IdentityHashMap<Peer, Listening> known = new IdentityHashMap<>();

  /// @param damaged the names of declarations in which something was wrong
  Listeners(Settings settings, Set<Span> damaged) {
    this.settings = settings;
    this.damaged = damaged;
  }

  /// Whether something was wrong with any declaration.
  boolean anyDamaged() {
    return !damaged.isEmpty();
  }

  Listening of(Peer receiver) {
    return switch (receiver) {
      case Peer.Pods pods when pods.named() ->
          known.computeIfAbsent(receiver, _ -> ofWorkload(pods.workload().orElseThrow()));
      case Peer.Outside(var external) -> known.computeIfAbsent(receiver, _ -> ofExternal(external));
      case Peer.Of(var entity) when entity == Peer.Entity.KUBE_APISERVER -> apiServer();
      case Peer.Pods _, Peer.Of _, Peer.Anyone _ -> Listening.UNKNOWN;
    };
  }

  private Listening ofWorkload(Workload workload) {
    return Listening.of(
        workload.ports(), Optional.of(workload.declared()), damaged.contains(workload.declared()));
  }

  private Listening ofExternal(External external) {
    return Listening.of(
        external.ports().stream().map(range -> new NamedPort("", range)).toList(),
        Optional.of(external.declared()),
        damaged.contains(external.declared()));
  }

  private Listening apiServer() {
    int port = settings.kubernetes().apiPort();
    NamedPort api = new NamedPort("", new PortRange(Protocol.TCP, port, port));
    return Listening.of(List.of(api), Optional.empty(), false);
  }
}
