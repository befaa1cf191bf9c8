package io.policyc.tests.naive;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.tests.naive.Names.Thing;
import java.util.List;
import java.util.Optional;

/// Which ports of a receiver a sentence means.
final class Ports {
  /// What a sentence that names no port means, by what it lets happen.
  enum Kind {
    /// A port named `http` or `http-…`, else the only one.
    REQUEST,
    /// A port named `grpc` or `grpc-…`, else the only one.
    CALL,
    /// The only one.
    CONNECT
  }

  private final Names names;
  private final Settings settings;

  Ports(Names names, Settings settings) {
    this.names = names;
    this.settings = settings;
  }

  /// Whether a grant's ports hold the port of what passes.
  ///
  /// @param party the receiver as written
  /// @param receiver the receiver that the question is about
  boolean hold(PortClause clause, Kind kind, Party party, Said<?> said, Actor receiver, What what) {
    return switch (clause) {
      case PortClause.Unsaid _ ->
          unsaid(kind, party, said).stream().anyMatch(port -> holds(port, Protocol.TCP, what));
      case PortClause.Every(var protocol, _) ->
          what.carrier().equals(Optional.of(protocol.orElse(Protocol.TCP)));
      case PortClause.Listed(var items) ->
          items.stream().anyMatch(item -> listed(item, party, said, receiver, what));
    };
  }

  /// Whether the ports of a `deny` hold the port of what passes: in every protocol where it says
  /// none, and everything, ping too, where it says no port.
  boolean denied(PortClause clause, Party party, Said<?> said, Actor receiver, What what) {
    return switch (clause) {
      case PortClause.Unsaid _ -> true;
      case PortClause.Every(var protocol, _) ->
          what.carrier().isPresent() && (protocol.isEmpty() || what.carrier().equals(protocol));
      case PortClause.Listed(var items) ->
          items.stream()
              .anyMatch(
                  item ->
                      switch (item) {
                        case PortItem.Numbers n when n.protocol().isEmpty() ->
                            what.carrier().isPresent() && inside(n, what);
                        case PortItem.Numbers n -> holds(n, Protocol.TCP, what);
                        case PortItem.Named _ -> listed(item, party, said, receiver, what);
                      });
    };
  }

  /// Whether the ports that an external declares hold the port of what passes; all do where it
  /// declares none.
  static boolean declared(Thing.External external, What what) {
    List<PortItem.Numbers> ports = portsOf(external);
    return ports.isEmpty() || ports.stream().anyMatch(port -> holds(port, Protocol.TCP, what));
  }

  private boolean listed(PortItem item, Party party, Said<?> said, Actor receiver, What what) {
    return switch (item) {
      case PortItem.Numbers numbers -> holds(numbers, Protocol.TCP, what);
      case PortItem.Named(var name) ->
          called(party, said, receiver).stream()
              .flatMap(workload -> workload.ports().stream())
              .filter(port -> port.name().stream().anyMatch(n -> n.text().equals(name.text())))
              .anyMatch(port -> holds(port.numbers(), Protocol.TCP, what));
    };
  }

  // Whose port a name means: the workload's that is named, or in a group each workload's own.
  private List<Thing.Workload> called(Party party, Said<?> said, Actor receiver) {
    if (party instanceof Party.Named named
        && names.find(named, said.namespace()) instanceof Thing.Workload workload) {
      return List.of(workload);
    }
    return names.workloads().stream()
        .filter(workload -> receiver instanceof Actor.Pod pod && Parties.isOf(pod, workload))
        .toList();
  }

  private List<PortItem.Numbers> unsaid(Kind kind, Party party, Said<?> said) {
    if (party instanceof Party.BuiltIn(var entity, var span)
        && entity == Party.Entity.KUBE_APISERVER) {
      int port = settings.kubernetes().apiPort();
      return List.of(new PortItem.Numbers(port, port, Optional.empty(), span));
    }
    if (!(party instanceof Party.Named named)) {
      throw new IllegalArgumentException("no port is said of " + party);
    }
    return switch (names.find(named, said.namespace())) {
      case Thing.Workload workload -> only(byKind(kind, workload.ports()));
      case Thing.External external -> only(portsOf(external));
    };
  }

  private static List<PortItem.Numbers> byKind(Kind kind, List<WorkloadItem.Port> ports) {
    List<PortItem.Numbers> fitting =
        ports.stream().filter(port -> fits(kind, port)).map(WorkloadItem.Port::numbers).toList();
    return fitting.isEmpty() ? ports.stream().map(WorkloadItem.Port::numbers).toList() : fitting;
  }

  private static boolean fits(Kind kind, WorkloadItem.Port port) {
    String name = port.name().map(word -> word.text()).orElse("");
    return switch (kind) {
      case REQUEST -> name.equals("http") || name.startsWith("http-");
      case CALL -> name.equals("grpc") || name.startsWith("grpc-");
      case CONNECT -> false;
    };
  }

  private static List<PortItem.Numbers> only(List<PortItem.Numbers> ports) {
    if (ports.size() != 1) {
      throw new IllegalArgumentException("not one port: " + ports);
    }
    return ports;
  }

  private static List<PortItem.Numbers> portsOf(Thing.External external) {
    return external.declaration().sentence().items().stream()
        .filter(ExternalItem.Ports.class::isInstance)
        .flatMap(item -> ((ExternalItem.Ports) item).numbers().stream())
        .toList();
  }

  private static boolean holds(PortItem.Numbers numbers, Protocol unsaid, What what) {
    return what.carrier().equals(Optional.of(numbers.protocol().orElse(unsaid)))
        && inside(numbers, what);
  }

  private static boolean inside(PortItem.Numbers numbers, What what) {
    return numbers.first() <= what.number() && what.number() <= numbers.last();
  }
}
