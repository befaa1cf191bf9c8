package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.External;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Lookup;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where pods may send by their grants, as addresses and ports.
final class Sending {
  /// The port of the Service in front of the API server.
  private static final PortRange API_SERVICE = new PortRange(Protocol.TCP, 443, 443);

  private static final List<PortRange> EVERY =
      List.of(
          PortRange.every(Protocol.TCP),
          PortRange.every(Protocol.UDP),
          PortRange.every(Protocol.SCTP));

  private Sending() {}

  static ByPods of(Model model, Overlaps overlaps, Effort effort) {
    ByPods sending = new ByPods(overlaps, effort);
    model.grants().forEach(grant -> add(sending, grant));
    for (Lookup lookup : model.lookups()) {
      sending.add(lookup.sender(), Addresses.ANY, List.of(), lookup.origin());
    }
    return sending;
  }

  private static void add(ByPods sending, Grant grant) {
    List<PortRange> ports = ports(grant.conversation());
    Peer receiver = grant.receiver();
    Optional<Reach> reach =
        sending.add(
            grant.sender(), addresses(receiver), withServices(receiver, ports), grant.origin());
    if (!ports.isEmpty()) {
      reach.ifPresent(r -> blind(receiver, ports).forEach(r::hides));
    }
  }

  /// Every port at any address.
  static Reach everything() {
    return new Reach().add(Addresses.ANY, EVERY);
  }

  private static Addresses addresses(Peer receiver) {
    return switch (receiver) {
      case Peer.Outside(var external) -> Addresses.of(external);
      case Peer.Pods _ -> Addresses.PODS;
      case Peer.Of _, Peer.Anyone _ -> Addresses.ANY;
    };
  }

  /// The ports of a conversation; none for what has none.
  static List<PortRange> ports(Conversation conversation) {
    return switch (conversation) {
      case Conversation.Everything _ -> EVERY;
      case Conversation.Transport transport -> transport.ports();
      case Conversation.Http http -> http.ports();
      case Conversation.Ping _ -> List.of();
    };
  }

  // Where a Service's address is not replaced before the program's call ends, its own port shows.
  private static List<PortRange> withServices(Peer receiver, List<PortRange> ports) {
    List<PortRange> services =
        switch (receiver) {
          case Peer.Pods pods -> services(pods, ports);
          case Peer.Of(var entity) ->
              entity == Peer.Entity.KUBE_APISERVER && !ports.isEmpty()
                  ? List.of(API_SERVICE)
                  : List.of();
          case Peer.Outside _, Peer.Anyone _ -> List.of();
        };
    if (services.isEmpty()) {
      return ports;
    }
    List<PortRange> all = new ArrayList<>(ports);
    all.addAll(services);
    return all;
  }

  private static List<PortRange> services(Peer.Pods pods, List<PortRange> ports) {
    return pods.workload().stream()
        .flatMap(workload -> workload.ports().stream())
        .filter(port -> ports.stream().anyMatch(port.range()::overlaps))
        .flatMap(port -> port.serviceRanges().stream())
        .toList();
  }

  private static Stream<Blind> blind(Peer receiver, List<PortRange> ports) {
    return switch (receiver) {
      case Peer.Pods pods ->
          hidesService(pods, ports)
              ? Stream.of(Blind.PEERS, Blind.SERVICES)
              : Stream.of(Blind.PEERS);
      case Peer.Of _, Peer.Anyone _ -> Stream.of(Blind.PEERS);
      case Peer.Outside(var external) -> blind(external);
    };
  }

  private static Stream<Blind> blind(External external) {
    if (Addresses.isVague(external)) {
      return Stream.of(Blind.VAGUE);
    }
    return external.hosts().isEmpty() ? Stream.of() : Stream.of(Blind.NAMES);
  }

  // Whether a Service's port isn't told for a port that the grant opens.
  private static boolean hidesService(Peer.Pods pods, List<PortRange> ports) {
    List<Workload.NamedPort> open =
        pods.workload().stream()
            .flatMap(workload -> workload.ports().stream())
            .filter(port -> ports.stream().anyMatch(port.range()::overlaps))
            .toList();
    boolean every = ports.stream().anyMatch(PortRange::isEvery);
    return !every && (open.isEmpty() || open.stream().anyMatch(p -> p.services().isEmpty()));
  }
}
