package io.policyc.compiler.emit;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is found while documents are made: once for each sentence and message.
public final class Report {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.<Finding, String>comparing(f -> f.at().map(at -> at.source().name()).orElse(""))
          .thenComparingInt(f -> f.at().map(Span::start).orElse(0))
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  private record Told(Optional<Span> at, String message) {}

  private final List<Finding> findings = new ArrayList<>();
  private final Set<Told> told = new HashSet<>();

  /// Adds a finding, unless it was added before.
  public void add(Finding finding) {
    if (told.add(new Told(finding.at(), finding.message()))) {
      findings.add(finding);
    }
  }

  /// Whether something was found that keeps the documents from being used.
  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.level() == Level.ERROR);
  }

  /// In the order of the text.
  public List<Finding> findings() {
    return findings.stream().sorted(BY_PLACE).toList();
  }
}
