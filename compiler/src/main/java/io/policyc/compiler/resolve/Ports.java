package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.Protocol;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which ports a grant or a promise means.
final class Ports {
  /// What is to pass there.
  enum Kind {
    REQUEST("http"),
    CALL("grpc"),
    CONNECT("");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// Whether a port of that name is meant where a sentence names none.
    boolean isDefault(String name) {
      return !word.isEmpty() && (name.equals(word) || name.startsWith(word + "-"));
    }
  }

  private final Report report;
  private final Listeners listeners;
  private final PortNames names;
  private final ClearText clearText;

  Ports(Report report, Listeners listeners, PortNames names) {
    this.report = report;
    this.listeners = listeners;
    this.names = names;
    this.clearText = new ClearText(report);
  }

  /// The receiver with its ports, or each workload of a group with its own; none where that is not
  /// clear, which was reported.
  List<Target> targets(End receiver, PortClause clause, Kind kind) {
    Listening listening = listeners.of(receiver.peer());
    return switch (clause) {
      case PortClause.Unsaid _ -> unsaid(receiver, listening, kind);
      case PortClause.Every(var protocol, var at) -> {
        PortRange every = PortRange.every(protocol.orElse(Protocol.TCP));
        yield fitting(receiver, listening, every, at, kind).stream().toList();
      }
      case PortClause.Listed(var items) -> listed(receiver, listening, items, kind);
    };
  }

  private Optional<Target> fitting(
      End receiver, Listening listening, PortRange range, Span at, Kind kind) {
    boolean fits =
        kind == Kind.CONNECT || clearText.fits(receiver.peer(), listening.ports(), range, at);
    return fits ? Optional.of(new Target(receiver.peer(), List.of(range))) : Optional.empty();
  }

  private List<Target> unsaid(End receiver, Listening listening, Kind kind) {
    List<NamedPort> candidates = candidates(listening, kind);
    if (candidates.size() == 1) {
      PortRange range = candidates.getFirst().range();
      return fitting(receiver, listening, range, receiver.at(), kind).stream().toList();
    }
    if (!listening.damaged()) {
      Finding finding =
          candidates.isEmpty() ? none(listening, receiver) : several(candidates, receiver);
      report.gather("ports of " + receiver.key(), listening.explain(finding));
    } else {
      report.follows();
    }
    return List.of();
  }

  private static List<NamedPort> candidates(Listening listening, Kind kind) {
    Map<PortRange, NamedPort> preferred = new LinkedHashMap<>();
    for (NamedPort port : listening.ports()) {
      if (kind.isDefault(port.name())) {
        preferred.putIfAbsent(port.range(), port);
      }
    }
    return preferred.isEmpty() ? listening.distinct() : List.copyOf(preferred.values());
  }

  private static Finding none(Listening listening, End receiver) {
    String help =
        listening.declared().isPresent()
            ? "add its number, such as `port 8080`, here or in the declaration"
            : "add its number, such as `port 8080`, or `every port`";
    return Code.PC0302
        .at(receiver.at(), "which port of " + Say.quote(receiver.at().text()) + " is not said")
        .withHelp(help);
  }

  private static Finding several(List<NamedPort> candidates, End receiver) {
    return Code.PC0301
        .at(receiver.at(), Say.quote(receiver.at().text()) + " has several ports")
        .withHelp(
            "add "
                + Say.or(candidates, p -> "port " + (p.name().isEmpty() ? p.range() : p.name())));
  }

  private List<Target> listed(End receiver, Listening listening, List<PortItem> items, Kind kind) {
    List<PortRange> numbers = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    // A sentence that names a declared port, too, knows the declaration and means what it adds.
    Code stray = items.stream().anyMatch(listening::declares) ? Code.PC0333 : Code.PC0304;
    for (PortItem item : items) {
      switch (item) {
        case PortItem.Numbers n ->
            number(receiver, listening, n, kind, stray).ifPresent(numbers::add);
        case PortItem.Named(var name) ->
            names.targets(receiver, name).stream()
                .filter(target -> fits(target, listening, name.span(), kind))
                .forEach(targets::add);
      }
    }
    if (!numbers.isEmpty()) {
      targets.add(new Target(receiver.peer(), numbers));
    }
    return Targets.joined(targets);
  }

  private boolean fits(Target target, Listening listening, Span at, Kind kind) {
    List<NamedPort> known = Targets.known(target, listening);
    return kind == Kind.CONNECT
        || target.ports().stream()
            .allMatch(range -> clearText.fits(target.receiver(), known, range, at));
  }

  private Optional<PortRange> number(
      End receiver, Listening listening, PortItem.Numbers item, Kind kind, Code stray) {
    PortRange range = PortDeclarations.range(item);
    if (!listening.ports().isEmpty() && !listening.covers(range)) {
      undeclared(receiver, listening, item, range, stray);
      if (stray.level() == Level.ERROR) {
        return Optional.empty();
      }
    }
    return fitting(receiver, listening, range, item.span(), kind).map(_ -> range);
  }

  private void undeclared(
      End receiver, Listening listening, PortItem.Numbers item, PortRange range, Code stray) {
    if (!listening.damaged()) {
      Finding finding =
          stray
              .at(
                  item.span(),
                  Say.quote(receiver.at().text())
                      + " declares no port "
                      + Say.quote(range.toString()))
              .withHelp(
                  otherProtocol(listening, range)
                      .or(() -> ofService(listening, range))
                      .orElseGet(listening::list));
      report.gather("port " + range + " of " + receiver.key(), listening.explain(finding));
    } else if (stray.level() == Level.ERROR) {
      report.follows();
    }
  }

  private static Optional<String> ofService(Listening listening, PortRange range) {
    return listening.ports().stream()
        .filter(port -> port.serviceRanges().contains(range))
        .findFirst()
        .map(
            port ->
                "a Service shows "
                    + Say.quote(Listening.show(port))
                    + " there: name the pod's port, as in "
                    + Say.quote("port " + (port.name().isEmpty() ? port.range() : port.name())));
  }

  private static Optional<String> otherProtocol(Listening listening, PortRange range) {
    for (Protocol protocol : Protocol.values()) {
      PortRange other = new PortRange(protocol, range.first(), range.last());
      if (listening.covers(other)) {
        return Optional.of("did you mean " + Say.quote("port " + Targets.spelt(other)) + "?");
      }
    }
    return Optional.empty();
  }
}
