package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import io.policyc.compiler.falco.FalcoRules.FalcoException;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What pods do with sockets beyond their grants and ports: `connects elsewhere`, `listens
/// elsewhere`.
final class Network {
  private static final String SERVER_PORT = "fd.sport";

  private static final List<FalcoException> CONNECTIONS =
      List.of(
          Form.exception("programs", List.of("proc.exepath"), List.of("in")),
          Form.exception("ports", List.of(SERVER_PORT), List.of("in")),
          Form.exception("networks", List.of("fd.snet"), List.of("in")),
          Form.exception("network_ports", List.of("fd.snet", SERVER_PORT), List.of("in", "in")),
          Form.exception("images", List.of("container.image.repository"), List.of("in")));

  private static final List<FalcoException> LISTENERS =
      List.of(
          Form.exception("programs", List.of("proc.exepath"), List.of("in")),
          Form.exception("ports", List.of(SERVER_PORT), List.of("in")),
          Form.exception("images", List.of("container.image.repository"), List.of("in")));

  private final Settings settings;
  private final ByPods sending;
  private final ByPods receiving;
  private final Closed closed;
  private final Library library;
  private final Sockets sockets;

  Network(Settings settings, ByPods sending, ByPods receiving, Closed closed, Library library) {
    this.settings = settings;
    this.sending = sending;
    this.receiving = receiving;
    this.closed = closed;
    this.library = library;
    this.sockets = new Sockets(library);
  }

  /// A connection that no grant covers; empty where grants cover them all.
  Optional<Form> connects(Subject subject) {
    List<ByPods.Share> shares = sending.shares(subject);
    Reach own = mayResolve(subject) ? dns() : new Reach();
    Covered connections = Covered.of(shares, own, Reach.Kind.ANY, SERVER_PORT, library);
    Covered datagrams = Covered.of(shares, own, Reach.Kind.DATAGRAM, SERVER_PORT, library);
    answers(subject, datagrams);
    List<Condition> branches = new ArrayList<>();
    if (connections.terms().equals(datagrams.terms()) && !connections.everything()) {
      branches.add(connections.except(Terms.any(sockets.connected(), sockets.sent())));
    } else {
      if (!connections.everything()) {
        branches.add(connections.except(sockets.connected()));
      }
      if (!datagrams.everything()) {
        branches.add(datagrams.except(sockets.sent()));
      }
    }
    Set<Blind> blind = EnumSet.of(Blind.FAILED);
    shares.forEach(share -> blind.addAll(share.reach().hidden()));
    return branches.isEmpty() ? Optional.empty() : Optional.of(connects(branches, blind));
  }

  private static Form connects(List<Condition> branches, Set<Blind> blind) {
    return new Form(
        Optional.empty(),
        Optional.of(Terms.any(branches)),
        blind,
        List.of(),
        List.of("T1071", "mitre_command_and_control", "network"),
        "connection=%fd.name server=%fd.sip port=%fd.sport protocol=%fd.l4proto event=%evt.type"
            + " result=%evt.res process=%proc.name exepath=%proc.exepath command=%proc.cmdline"
            + " parent=%proc.pname",
        CONNECTIONS);
  }

  /// A port that nobody declared.
  Optional<Form> listens(Subject subject) {
    List<ByPods.Share> shares = receiving.shares(subject);
    Covered streams = covered(shares, Reach.Kind.STREAM, SERVER_PORT);
    Covered datagrams = covered(shares, Reach.Kind.DATAGRAM, SERVER_PORT);
    List<Condition> branches = new ArrayList<>();
    if (!streams.everything()) {
      branches.add(streams.except(sockets.listens()));
    }
    if (!datagrams.everything()) {
      branches.add(datagrams.except(sockets.bound()));
    }
    return branches.isEmpty() ? Optional.empty() : Optional.of(listens(branches));
  }

  private static Form listens(List<Condition> branches) {
    return new Form(
        Optional.empty(),
        Optional.of(Terms.any(branches)),
        EnumSet.of(Blind.EPHEMERAL, Blind.LOOPBACK),
        List.of(),
        List.of("T1571", "mitre_command_and_control", "network"),
        "address=%fd.name port=%fd.sport protocol=%fd.l4proto event=%evt.type process=%proc.name"
            + " exepath=%proc.exepath command=%proc.cmdline parent=%proc.pname",
        LISTENERS);
  }

  // A closed workload that may send nothing may not ask for names either.
  private boolean mayResolve(Subject subject) {
    return sending.isAnySaid(subject) || subject.workload().map(Network.this::isOpen).orElse(true);
  }

  private boolean isOpen(Workload workload) {
    return closed.egress(workload).isEmpty();
  }

  // The servers' own port, and the one on which their Service answers.
  private Reach dns() {
    List<PortRange> ports = new ArrayList<>();
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
      ports.add(new PortRange(protocol, 53, 53));
      settings
          .cilium()
          .dns()
          .forEach(server -> ports.add(new PortRange(protocol, server.port(), server.port())));
    }
    return new Reach().add(Addresses.ANY, ports);
  }

  // A server of datagrams answers from its own port, whichever side Falco takes it for.
  private void answers(Subject subject, Covered datagrams) {
    List<ByPods.Share> shares = receiving.shares(subject);
    for (String port : List.of("fd.cport", SERVER_PORT)) {
      Covered own = covered(shares, Reach.Kind.DATAGRAM, port);
      own.terms().forEach(datagrams::add);
    }
  }

  private Covered covered(List<ByPods.Share> shares, Reach.Kind kind, String port) {
    return Covered.of(shares, new Reach(), kind, port, library);
  }
}
