package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers what is found of one object, and puts each finding where its mode says.
final class Verdict {
  private final Modes modes;
  private final String namespace;
  private final String object;
  private final List<Finding> denied = new ArrayList<>();
  private final List<Finding> warned = new ArrayList<>();
  private final List<Finding> audited = new ArrayList<>();
  private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
  private final Set<String> fields = new HashSet<>();

  Verdict(Modes modes, Subject subject) {
    this.modes = modes;
    this.namespace = subject.namespace();
    this.object = subject.described();
  }

  /// Adds what an API server says whatever the modes are.
  void add(Finding finding) {
    put(finding, Mode.ENFORCE);
  }

  /// Adds what a check found.
  void judge(Finding finding) {
    put(finding, modes.mode(finding.rule(), namespace));
  }

  /// Adds what a check found, at most as strictly as a mode.
  void judge(Finding finding, Mode most) {
    put(finding, modes.mode(finding.rule(), namespace).milder(most));
  }

  /// Adds what counts no more, for the record.
  void note(Finding finding) {
    audited.add(at(finding, Level.NOTE));
  }

  void doubt(Doubt doubt) {
    doubts.add(doubt);
  }

  private void put(Finding finding, Mode mode) {
    if (finding.level() == Level.NOTE || mode == Mode.AUDIT) {
      audited.add(at(finding, Level.NOTE));
    } else if (finding.level() == Level.WARNING || mode == Mode.WARN) {
      warned.add(at(finding, Level.WARNING));
    } else {
      denied.add(at(finding, Level.ERROR));
    }
  }

  /// Whether a field was found fault with before [#close].
  boolean isKnown(Finding finding) {
    return finding.path().isPresent() && fields.contains(finding.path().get().text());
  }

  /// Remembers the fields of findings: they are not found fault with again.
  void close(List<Finding> findings) {
    findings.stream().flatMap(f -> f.path().stream()).map(ObjectPath::text).forEach(fields::add);
  }

  private Finding at(Finding finding, Level level) {
    return new Finding(
        finding.rule(),
        level,
        finding.at(),
        Optional.of(object),
        finding.path(),
        finding.message(),
        finding.help(),
        finding.related(),
        finding.fix());
  }

  Decision decision() {
    return Decision.of(denied, warned, audited, doubts);
  }
}
