package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was found so far, in the order in which Falco looks.
final class Report {
  /// Enough to see what is wrong; a text of another kind would give thousands.
  private static final int MAX_FINDINGS = 1_000;

  private final List<FalcoFinding> findings = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();

  /// Adds a finding that Falco has a name for.
  void add(FalcoCode falco, Finding finding) {
    add(Optional.of(falco), finding);
  }

  /// Adds a finding of which Falco says nothing.
  void own(Finding finding) {
    add(Optional.empty(), finding);
  }

  void add(FalcoCode falco, Code code, Span at, String message) {
    add(falco, code.at(at, message));
  }

  void add(FalcoCode falco, Code code, Span at, String message, String help) {
    add(falco, code.at(at, message).withHelp(help));
  }

  /// Whether there is no use in going on.
  boolean exhausted() {
    return findings.size() >= MAX_FINDINGS;
  }

  List<FalcoFinding> findings() {
    return List.copyOf(findings);
  }

  int size() {
    return findings.size();
  }

  /// Whether Falco would have refused the file since a number of findings.
  boolean errorsSince(int before) {
    return findings.subList(before, findings.size()).stream()
        .anyMatch(f -> f.falco().filter(FalcoCode::isError).isPresent());
  }

  // Rules are looked at again when a later file may have changed what they use.
  private void add(Optional<FalcoCode> falco, Finding finding) {
    String place = finding.at().map(Span::start).map(String::valueOf).orElse("");
    String source = finding.at().map(at -> at.source().name()).orElse("");
    if (!exhausted() && seen.add(source + '\n' + place + '\n' + finding.message())) {
      findings.add(new FalcoFinding(finding, falco));
    }
  }
}
