package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.RuleEntry;
import io.policyc.compiler.falco.rules.ConditionCheck.Step;
import io.policyc.compiler.falco.rules.Trouble;
import io.policyc.compiler.falco.rules.Trouble.Kind;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Turns what was found in a rule and its macros into findings, in Falco's order: what it warns of
/// before it compiles, what it refuses, what it warns of afterwards.
final class Notes {
  /// How many steps may be gone through in all: rules can name macros that name macros.
  private static final int MAX_STEPS = 50_000_000;

  private final Report report;
  private final MacroTable macros;
  private int steps;

  Notes(Report report, MacroTable macros) {
    this.report = report;
    this.macros = macros;
  }

  /// A trouble, and the text in which it stands.
  private record Placed(Trouble trouble, Traced text) {
    Span at() {
      return text.span(trouble.at(), trouble.length());
    }

    Finding finding() {
      Finding finding = trouble.code().at(at(), trouble.message());
      return trouble.help().map(finding::withHelp).orElse(finding);
    }
  }

  /// What was found in an output.
  ///
  /// @return whether Falco skips the rule
  boolean output(RuleEntry rule, int indent, List<Trouble> troubles) {
    boolean skips = skips(rule.skipUnknown, troubles);
    for (Trouble trouble : troubles) {
      Span at = rule.output.text().span(indent + trouble.at(), trouble.length());
      Finding finding = trouble.code().at(at, trouble.message());
      Finding advised = trouble.help().map(finding::withHelp).orElse(finding);
      if (!trouble.stops()) {
        report.own(advised);
      } else if (skips) {
        skip(trouble, at);
      } else {
        report.add(FalcoCode.COMPILE_OUTPUT, advised);
      }
    }
    return skips;
  }

  private static boolean skips(boolean skipUnknown, List<Trouble> troubles) {
    return skipUnknown
        && troubles.stream()
            .filter(Trouble::stops)
            .findFirst()
            .filter(t -> t.kind() == Kind.UNKNOWN)
            .isPresent();
  }

  private void skip(Trouble trouble, Span at) {
    if (trouble.kind() == Kind.UNKNOWN) {
      String message = trouble.message() + ": Falco skips the rule";
      report.add(FalcoCode.UNKNOWN_FILTER, Code.PC0931, at, message);
    }
  }

  /// What was found in a condition.
  ///
  /// @param skipUnknown whether the rule has `skip-if-unknown-filter`
  /// @return whether Falco compiles it
  boolean condition(boolean skipUnknown, Traced text, List<Step> steps) {
    List<Placed> found = flat(text, steps);
    early(found);
    List<Trouble> troubles = found.stream().map(Placed::trouble).toList();
    if (skips(skipUnknown, troubles)) {
      found.forEach(placed -> skip(placed.trouble, placed.at()));
      return false;
    }
    boolean compiles = troubles.stream().noneMatch(Trouble::stops);
    for (Placed placed : found) {
      late(placed, compiles);
    }
    return compiles && search(found);
  }

  private void early(List<Placed> found) {
    for (Placed placed : found) {
      switch (placed.trouble.kind()) {
        case DEPRECATED -> report.add(FalcoCode.DEPRECATED_ITEM, placed.finding());
        case UNSAFE -> report.add(FalcoCode.UNSAFE_NA_CHECK, placed.finding());
        default -> {}
      }
    }
  }

  private void late(Placed placed, boolean compiles) {
    switch (placed.trouble.kind()) {
      case REFUSED, UNKNOWN -> report.add(FalcoCode.COMPILE_CONDITION, placed.finding());
      case KILLS -> report.add(FalcoCode.FATAL, placed.finding());
      case WARNING -> {
        if (compiles) {
          report.add(FalcoCode.CONDITION_WARNING, placed.finding());
        }
      }
      case KILLS_LATER, NOTHING -> report.own(placed.finding());
      case KILLS_SEARCH, DEPRECATED, UNSAFE -> {}
    }
  }

  private boolean search(List<Placed> found) {
    boolean right = true;
    for (Placed placed : found) {
      if (placed.trouble.kind() == Kind.KILLS_SEARCH) {
        report.add(FalcoCode.FATAL, placed.finding());
        right = false;
      }
    }
    return right;
  }

  // Each macro once: what it holds is the same wherever it stands.
  private List<Placed> flat(Traced text, List<Step> steps) {
    List<Placed> found = new java.util.ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Inside> open = new ArrayDeque<>();
    open.push(new Inside(text, steps.iterator()));
    while (!open.isEmpty() && mayStep()) {
      Inside inside = open.element();
      if (!inside.steps.hasNext()) {
        open.pop();
      } else {
        switch (inside.steps.next()) {
          case Step.Found(var trouble) -> found.add(new Placed(trouble, inside.text));
          case Step.Inside(var name, _) -> {
            if (macros.hasFindings(name) && seen.add(name)) {
              macros
                  .text(name)
                  .ifPresent(t -> open.push(new Inside(t, macros.steps(name).iterator())));
            }
          }
        }
      }
    }
    return found;
  }

  private boolean mayStep() {
    if (++steps == MAX_STEPS) {
      report.own(Code.PC0901.of("macros name each other too often to follow them all"));
    }
    return steps < MAX_STEPS;
  }

  /// A text, and what is still to be looked at in it.
  private record Inside(Traced text, Iterator<Step> steps) {}
}
