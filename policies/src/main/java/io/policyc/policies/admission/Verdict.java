package io.policyc.policies.admission;

import io.policyc.compiler.model.Exemption;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers what is found of one object, and puts each finding where its mode says.
final class Verdict {
  private final Modes modes;
  private final String namespace;
  private final String object;
  private final List<Exemption> exemptions;
  private final List<Finding> denied = new ArrayList<>();
  private final List<Finding> warned = new ArrayList<>();
  private final List<Finding> audited = new ArrayList<>();
  private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
  private final Set<Exemptions.Use> used = new HashSet<>();

  /// The strictest mode in which a field was found fault with.
  private final Map<String, Mode> fields = new HashMap<>();

  Verdict(Modes modes, Subject subject, List<Exemption> exemptions) {
    this.modes = modes;
    this.namespace = subject.namespace();
    this.object = subject.described();
    this.exemptions = List.copyOf(exemptions);
  }

  /// Adds what an API server says, whatever the modes and the sentences are.
  void add(Finding finding) {
    put(finding, Mode.ENFORCE);
  }

  /// Adds what a check found; several checks may find fault with one field.
  void judge(Finding finding) {
    Optional<Exemption> exemption = exemption(finding.rule());
    exemption.ifPresentOrElse(one -> exempt(finding, one), () -> put(finding, mode(finding)));
  }

  /// Adds what a policy found, at most as strictly as a mode, but for fields that an earlier one
  /// found fault with as strictly.
  ///
  /// What is exempted, or only warned of, hides nothing that would refuse.
  void judge(List<Finding> findings, Mode most) {
    Map<String, Mode> now = new HashMap<>();
    for (Finding finding : findings) {
      Mode mode = mode(finding).milder(most);
      Optional<String> field = finding.path().map(ObjectPath::text);
      Optional<Exemption> exemption = exemption(finding.rule());
      if (exemption.isPresent()) {
        exempt(finding, exemption.get());
      } else if (field.isEmpty() || !isKnown(field.get(), mode)) {
        put(finding, mode);
        field.ifPresent(path -> now.put(path, mode));
      }
    }
    // What is here is stricter than what was: the rest is known.
    fields.putAll(now);
  }

  private boolean isKnown(String field, Mode mode) {
    return Optional.ofNullable(fields.get(field))
        .filter(known -> known.compareTo(mode) <= 0)
        .isPresent();
  }

  /// Whether a check refuses less than was asked for: its object is exempted, or its mode milder.
  boolean isMilder(String check, Mode asked) {
    return exemption(check).isPresent() || modes.mode(check, namespace).compareTo(asked) > 0;
  }

  private Mode mode(Finding finding) {
    Mode level =
        switch (finding.level()) {
          case ERROR -> Mode.ENFORCE;
          case WARNING -> Mode.WARN;
          case NOTE -> Mode.AUDIT;
        };
    return modes.mode(finding.rule(), namespace).milder(level);
  }

  private Optional<Exemption> exemption(String check) {
    return exemptions.stream().filter(one -> one.checks().contains(check)).findFirst();
  }

  private void exempt(Finding finding, Exemption exemption) {
    used.add(new Exemptions.Use(exemption, finding.rule()));
    Finding note =
        finding.withRelated(
            exemption.origin().sentence(),
            "exempted until " + exemption.until() + ": " + exemption.reason());
    audited.add(at(note, Level.NOTE));
  }

  /// Adds what a check could not look at; not where its object is exempted from the check.
  void doubt(String check, Doubt doubt) {
    if (exemption(check).isEmpty()) {
      doubts.add(doubt);
    }
  }

  /// Adds that an API server cannot decode the object.
  void invalid() {
    doubts.add(Doubt.WRONG_TYPE);
  }

  private void put(Finding finding, Mode mode) {
    switch (finding.level() == Level.WARNING ? mode.milder(Mode.WARN) : mode) {
      case ENFORCE -> denied.add(at(finding, Level.ERROR));
      case WARN -> warned.add(at(finding, Level.WARNING));
      case AUDIT -> audited.add(at(finding, Level.NOTE));
    }
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

  /// The exemptions that let something pass.
  Set<Exemptions.Use> used() {
    return Set.copyOf(used);
  }
}
