package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.Protocol;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.ast.WorkloadItem;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The `port` lines of a workload.
final class PortDeclarations {
  private record Line(PortRange range, Span at) {}

  private final Report report;

  PortDeclarations(Report report) {
    this.report = report;
  }

  static PortRange range(PortItem.Numbers numbers) {
    return new PortRange(numbers.protocol().orElse(Protocol.TCP), numbers.first(), numbers.last());
  }

  /// The ports; what is wrong with them was reported.
  List<NamedPort> ports(List<WorkloadItem.Port> lines) {
    Map<String, Span> named = new HashMap<>();
    List<NamedPort> ports = new ArrayList<>();
    for (WorkloadItem.Port line : lines) {
      line.name().ifPresent(name -> name(name, named));
      String name = line.name().map(Word::text).orElse("");
      List<Integer> services = line.services().stream().map(PortItem.Numbers::first).toList();
      ports.add(new NamedPort(name, range(line.numbers()), services));
    }
    overlaps(lines.stream().map(l -> new Line(range(l.numbers()), l.numbers().span())).toList());
    return ports;
  }

  private void name(Word name, Map<String, Span> named) {
    Span before = named.putIfAbsent(name.text(), name.span());
    if (before != null) {
      report.add(
          Code.PC0211
              .at(name.span(), "two ports are named " + Say.quote(name.text()))
              .withRelated(before, "the first one")
              .withHelp("give one of them another name: a port's name is this file's own"));
    }
  }

  // Sorted, so that each line is compared with one other.
  private void overlaps(List<Line> lines) {
    List<Line> sorted = lines.stream().sorted(Comparator.comparing(Line::range)).toList();
    for (int i = 1, widest = 0; i < sorted.size(); i++) {
      overlap(sorted.get(widest), sorted.get(i));
      widest = reachesFurther(sorted.get(i), sorted.get(widest)) ? i : widest;
    }
  }

  private static boolean reachesFurther(Line line, Line than) {
    return line.range().protocol() != than.range().protocol()
        || line.range().last() >= than.range().last();
  }

  private void overlap(Line a, Line b) {
    if (a.range().overlaps(b.range())) {
      boolean inOrder = a.at().start() <= b.at().start();
      Line first = inOrder ? a : b;
      Line second = inOrder ? b : a;
      report.add(
          Code.PC0212
              .at(
                  second.at(),
                  "port " + Say.quote(second.range().toString()) + " is declared above")
              .withRelated(first.at(), "declared here")
              .withHelp("declare each port once, under one name"));
    }
  }
}
