package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was found in one file so far.
final class Report {
  private final Source source;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Span> doubts = new ArrayList<>();
  private boolean full;

  Report(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  Span span(int start, int end) {
    return new Span(source, start, end);
  }

  void add(Finding finding) {
    finding.at().ifPresent(doubts::add);
    if (findings.size() < Limits.FINDINGS) {
      findings.add(finding);
    } else if (!full) {
      full = true;
      findings.add(
          Code.PC0011
              .at(
                  finding.at().orElse(span(0, 0)),
                  "this file has more than " + Limits.FINDINGS + " mistakes")
              .withHelp("mend those above; the rest of the file was not read"));
    }
  }

  /// Says something better of a place than what was said of it; nothing where that was not said.
  ///
  /// @param said the code of what was said, without a fix: a certain one stays
  void replace(Code said, Finding better) {
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      boolean same = finding.rule().equals(said.name()) && finding.at().equals(better.at());
      if (same && finding.fix().isEmpty()) {
        findings.set(i, better);
      }
    }
  }

  /// Notes that what stands in a place may not be what was meant.
  void doubt(Span place) {
    doubts.add(place);
  }

  /// Where something was found, or what stands there may not be what was meant.
  List<Span> doubts() {
    return doubts;
  }

  /// Whether enough was found to stop reading.
  boolean full() {
    return full;
  }

  /// Everything that was found, in the order of the text.
  List<Finding> inOrder() {
    return findings.stream().sorted(Comparator.comparingInt(Report::start)).toList();
  }

  private static int start(Finding finding) {
    return finding.at().map(Span::start).orElse(0);
  }
}
