package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Conversation.PathMatch;
import io.policyc.compiler.model.External;
import io.policyc.compiler.model.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What actions between two ends mean: each receiver with what passes there.
final class Exchanges {
  private final Report report;
  private final Parties parties;
  private final Ports ports;
  private final Paths paths;
  private final GrpcMethods grpc;
  private final Conditions conditions;

  Exchanges(Report report, Parties parties, Ports ports, Hosts hosts) {
    this.report = report;
    this.parties = parties;
    this.ports = ports;
    this.paths = new Paths(report);
    this.grpc = new GrpcMethods(report);
    this.conditions = new Conditions(report, hosts);
  }

  /// What passes; nothing where something is wrong, which was reported.
  ///
  /// @param query whether a path may have a query, as in `expect`
  List<Exchange> of(Action action, Parties.In in, boolean query) {
    return switch (action) {
      case Action.Request a -> request(a, in, query);
      case Action.Call a -> call(a, in);
      case Action.Connect a -> connect(a, in);
      case Action.Reach a -> reach(a, in);
      case Action.Ping a -> ping(a, in);
      case Action.Resolve _, Action.Use _ -> List.of();
    };
  }

  private List<Exchange> request(Action.Request a, Parties.In in, boolean query) {
    List<String> methods = a.methods().stream().map(Word::text).toList();
    int errors = report.errors();
    List<PathMatch> read = paths.read(a.paths(), query);
    boolean matching = a.paths() instanceof Action.Paths.Matching;
    Optional<Terms> terms =
        conditions.read(a.conditions(), matching ? Conditions.Of.MATCHING : Conditions.Of.REQUEST);
    List<Target> targets = targets(a.receivers(), a.ports(), Ports.Kind.REQUEST, in);
    if (terms.isEmpty() || report.errors() > errors) {
      return List.of();
    }
    return exchanges(targets, target -> http(target, methods, read, terms.get()));
  }

  private List<Exchange> call(Action.Call a, Parties.In in) {
    int errors = report.errors();
    List<PathMatch> read = grpc.read(a.methods());
    Optional<Terms> terms = conditions.read(a.conditions(), Conditions.Of.CALL);
    List<Target> targets = targets(a.receivers(), a.ports(), Ports.Kind.CALL, in);
    if (terms.isEmpty() || report.errors() > errors) {
      return List.of();
    }
    Terms noQuery =
        new Terms(
            terms.get().headers(),
            terms.get().host(),
            false,
            terms.get().mutualAuth(),
            Optional.empty());
    return exchanges(targets, target -> http(target, List.of("POST"), read, noQuery));
  }

  private static Conversation http(
      Target target, List<String> methods, List<PathMatch> paths, Terms terms) {
    return new Conversation.Http(
        target.ports(),
        methods,
        paths,
        terms.query(),
        terms.host(),
        terms.headers(),
        terms.mutualAuth().isPresent());
  }

  private List<Exchange> connect(Action.Connect a, Parties.In in) {
    int errors = report.errors();
    Optional<Terms> terms = conditions.read(a.conditions(), Conditions.Of.CONNECT);
    List<Target> targets = targets(a.receivers(), a.ports(), Ports.Kind.CONNECT, in);
    if (terms.isEmpty() || report.errors() > errors) {
      return List.of();
    }
    ServerNames names = new ServerNames(report, terms.get().sni());
    return exchanges(
        targets,
        target ->
            new Conversation.Transport(
                target.ports(), terms.get().mutualAuth().isPresent(), names.at(target)));
  }

  private List<Target> targets(
      List<Party> receivers, PortClause clause, Ports.Kind kind, Parties.In in) {
    List<Target> targets = new ArrayList<>();
    for (End receiver : parties.ends(receivers, in)) {
      targets.addAll(ports.targets(receiver, clause, kind));
    }
    return targets;
  }

  private static List<Exchange> exchanges(
      List<Target> targets, Function<Target, Conversation> passes) {
    List<Exchange> exchanges = new ArrayList<>(targets.size());
    for (Target target : targets) {
      exchanges.add(new Exchange(target.receiver(), passes.apply(target)));
    }
    return exchanges;
  }

  private List<Exchange> reach(Action.Reach a, Parties.In in) {
    int errors = report.errors();
    Optional<Terms> terms = conditions.read(a.conditions(), Conditions.Of.REACH);
    List<End> receivers = parties.ends(a.receivers(), in);
    if (terms.isEmpty() || report.errors() > errors) {
      return List.of();
    }
    boolean auth = terms.get().mutualAuth().isPresent();
    return receivers.stream().map(end -> new Exchange(end.peer(), any(end.peer(), auth))).toList();
  }

  // Any conversation with an external: on the ports that it declares, if it declares any.
  private static Conversation any(Peer receiver, boolean auth) {
    return receiver instanceof Peer.Outside(External external) && !external.ports().isEmpty()
        ? new Conversation.Transport(external.ports(), auth, List.of())
        : new Conversation.Everything(auth);
  }

  private List<Exchange> ping(Action.Ping a, Parties.In in) {
    return parties.ends(a.receivers(), in).stream()
        .map(end -> new Exchange(end.peer(), new Conversation.Ping()))
        .toList();
  }
}
