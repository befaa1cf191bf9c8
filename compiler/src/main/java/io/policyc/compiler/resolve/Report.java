package io.policyc.compiler.resolve;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// What was found in an input so far.
///
/// One word in error gets one finding of a kind: `on backend, api port htp` misspells one word,
/// whatever it is looked up in.
final class Report {
  private record Key(String rule, Span at) {}

  private final IdentityHashMap<Source, Integer> order = new IdentityHashMap<>();
  private final Set<Key> said = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private int errors;

  Report(List<Unit> units) {
    for (Unit unit : units) {
      order.putIfAbsent(unit.file().source(), order.size());
    }
  }

  void add(Finding finding) {
    if (finding.at().map(at -> said.add(new Key(finding.rule(), at))).orElse(true)) {
      findings.add(finding);
      errors += finding.level() == Level.ERROR ? 1 : 0;
    }
  }

  /// How many errors there are: when a step raises it, what the step made is not complete.
  int errors() {
    return errors;
  }

  /// Everything that was found, by file and place.
  List<Finding> inOrder() {
    return findings.stream()
        .sorted(Comparator.comparingInt(this::file).thenComparingInt(Report::start))
        .toList();
  }

  private int file(Finding finding) {
    return finding.at().map(at -> order.getOrDefault(at.source(), order.size())).orElse(-1);
  }

  private static int start(Finding finding) {
    return finding.at().map(Span::start).orElse(-1);
  }
}
