package io.policyc.compiler.resolve;

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
/// @param who what the sentence calls it
/// @param ports what it declares; empty where nothing is known
/// @param declared where it is declared; empty for a group or a built-in name
/// @param damaged whether something was wrong there
record Listening(String who, List<NamedPort> ports, Optional<Span> declared, boolean damaged) {
  /// The ports, but one of several names for the same number.
  List<NamedPort> distinct() {
    Map<PortRange, NamedPort> byRange = new LinkedHashMap<>();
    ports.forEach(port -> byRange.putIfAbsent(port.range(), port));
    return List.copyOf(byRange.values());
  }

  /// Whether every one of some ports is declared.
  boolean covers(PortRange wanted) {
    int next = wanted.first();
    for (PortRange range : ports.stream().map(NamedPort::range).sorted().toList()) {
      if (range.protocol() == wanted.protocol() && range.first() <= next && range.last() >= next) {
        next = range.last() + 1;
      }
    }
    return next > wanted.last();
  }

  /// `it declares `http 8080` and `metrics 9100``
  String list() {
    return "it declares " + Say.and(ports.stream().map(Listening::show).toList());
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
