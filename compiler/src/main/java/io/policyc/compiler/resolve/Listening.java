package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of the ports of a receiver.
///
/// @param ports what it declares; empty where nothing is known
/// @param distinct the same, but one of several names for the same number
/// @param ranges the numbers, sorted
/// @param declared where it is declared; empty for a group or a built-in name
/// @param damaged whether something was wrong there
record Listening(
    List<NamedPort> ports,
    List<NamedPort> distinct,
    List<PortRange> ranges,
    Optional<Span> declared,
    boolean damaged) {
  /// A receiver of which nothing is known.
  static final Listening UNKNOWN = of(List.of(), Optional.empty(), false);

  static Listening of(List<NamedPort> ports, Optional<Span> declared, boolean damaged) {
    Map<PortRange, NamedPort> byRange = new LinkedHashMap<>();
    ports.forEach(port -> byRange.putIfAbsent(port.range(), port));
    return new Listening(
        ports,
        List.copyOf(byRange.values()),
        byRange.keySet().stream().sorted().toList(),
        declared,
        damaged);
  }

  /// Whether every one of some ports is declared.
  boolean covers(PortRange wanted) {
    int next = wanted.first();
    for (PortRange range : ranges) {
      if (range.protocol() == wanted.protocol() && range.first() <= next && range.last() >= next) {
        next = range.last() + 1;
      }
    }
    return next > wanted.last();
  }

  /// Whether the item names ports that are all declared.
  boolean declares(PortItem item) {
    return switch (item) {
      case PortItem.Numbers numbers -> covers(PortDeclarations.range(numbers));
      case PortItem.Named(var name) -> ports.stream().anyMatch(p -> p.name().equals(name.text()));
    };
  }

  /// `it declares `http 8080` and `metrics 9100``
  String list() {
    return "it declares " + Say.and(ports, Listening::show);
  }

  /// `http 8080`
  static String show(NamedPort port) {
    return port.name().isEmpty() ? port.range().toString() : port.name() + " " + port.range();
  }

  /// The finding with the declaration beside it.
  Finding explain(Finding finding) {
    return declared.map(at -> finding.withRelated(at, "declared here")).orElse(finding);
  }
}
