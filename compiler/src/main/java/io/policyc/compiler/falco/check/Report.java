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

  /// How many characters and items may be looked at: aliases can name one text many times.
  private static final long MAX_LOOKED_AT = 1L << 27;

  /// How long a message may be.
  private static final int MAX_TEXT = 400;

  private final List<FalcoFinding> findings = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private long lookedAt;

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
    return findings.size() >= MAX_FINDINGS || lookedAt > MAX_LOOKED_AT;
  }

  /// Counts what is looked at.
  ///
  /// @param size characters, or items
  /// @return whether it may be
  boolean mayLook(long size) {
    lookedAt += size + 1;
    if (lookedAt > MAX_LOOKED_AT) {
      own(Code.PC0901.of("the rules are larger than is checked, possibly by aliases"));
    }
    return lookedAt <= MAX_LOOKED_AT;
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
  private void add(Optional<FalcoCode> falco, Finding whole) {
    Finding finding = cut(whole);
    String place = finding.at().map(Span::start).map(String::valueOf).orElse("");
    String source = finding.at().map(at -> at.source().name()).orElse("");
    boolean more = findings.size() < MAX_FINDINGS;
    if (more && seen.add(source + '\n' + place + '\n' + finding.message())) {
      findings.add(new FalcoFinding(finding, falco));
      if (findings.size() == MAX_FINDINGS) {
        Finding rest = Code.PC0011.of("there are more than 1,000 findings: the rest isn't shown");
        findings.add(new FalcoFinding(rest, Optional.empty()));
      }
    }
  }

  // A message may hold a constant of megabytes.
  private static Finding cut(Finding finding) {
    Finding cut =
        new Finding(
            finding.rule(),
            finding.level(),
            finding.at(),
            finding.object(),
            finding.path(),
            cut(finding.message()),
            Optional.empty(),
            finding.related(),
            finding.fix());
    return finding.help().map(help -> cut.withHelp(cut(help))).orElse(cut);
  }

  private static String cut(String text) {
    int length = text.length();
    return length <= MAX_TEXT
        ? text
        : text.substring(0, MAX_TEXT / 2) + "…" + text.substring(length - MAX_TEXT / 2);
  }
}
