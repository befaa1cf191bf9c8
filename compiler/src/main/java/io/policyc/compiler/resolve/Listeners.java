package io.policyc.compiler.resolve;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of the ports of each receiver.
final class Listeners {
  private final Settings settings;
  private final Set<Span> damaged;

  /// @param damaged the names of declarations in which something was wrong
  Listeners(Settings settings, Set<Span> damaged) {
    this.settings = settings;
    this.damaged = damaged;
  }

  /// Whether something was wrong with any declaration.
  boolean anyDamaged() {
    return !damaged.isEmpty();
  }

  Listening of(End receiver) {
    String who = receiver.at().text();
    return switch (receiver.peer()) {
      case Peer.Pods(_, _, var workload, _) ->
          workload.map(w -> ofWorkload(w, who)).orElseGet(() -> unknown(who));
      case Peer.Outside(var external) ->
          new Listening(
              who,
              external.ports().stream().map(range -> new NamedPort("", range)).toList(),
              Optional.of(external.declared()),
              damaged.contains(external.declared()));
      case Peer.Of(var entity) ->
          entity == Peer.Entity.KUBE_APISERVER ? apiServer(who) : unknown(who);
      case Peer.Anyone _ -> unknown(who);
    };
  }

  private Listening ofWorkload(Workload workload, String who) {
    return new Listening(
        who,
        workload.ports(),
        Optional.of(workload.declared()),
        damaged.contains(workload.declared()));
  }

  private Listening apiServer(String who) {
    int port = settings.kubernetes().apiPort();
    NamedPort api = new NamedPort("", new PortRange(Protocol.TCP, port, port));
    return new Listening(who, List.of(api), Optional.empty(), false);
  }

  private static Listening unknown(String who) {
    return new Listening(who, List.of(), Optional.empty(), false);
  }
}
