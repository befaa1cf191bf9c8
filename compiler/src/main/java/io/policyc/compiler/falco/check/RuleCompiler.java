package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.RuleEntry;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.rules.ConditionCheck;
import io.policyc.compiler.falco.rules.ConditionCheck.Step;
import io.policyc.compiler.falco.rules.Outdated;
import io.policyc.compiler.falco.rules.OutputCheck;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.compiler.falco.rules.Trouble;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at rules as Falco compiles them: exceptions, output, condition, events.
///
/// Source: falco 0.44.1, userspace/engine/rule_loader_compiler.cpp.
final class RuleCompiler {
  private static final String INFO = "%container.info";

  private final Report report;
  private final ListText lists;
  private final MacroTable macros;
  private final OutputCheck outputs;
  private final Notes notes;

  RuleCompiler(Report report, ListText lists, MacroTable macros, Plugins plugins) {
    this.report = report;
    this.lists = lists;
    this.macros = macros;
    outputs = new OutputCheck(plugins);
    notes = new Notes(report, macros);
  }

  void compile(RuleEntry rule) {
    if (rule.unknownSource) {
      return;
    }
    Optional<Traced> condition = new ExceptionText(report).of(rule);
    boolean skipped = output(rule);
    if (condition.isPresent() && !skipped) {
      Mistaken.look(report, condition.get(), lists);
      condition(rule, lists.resolve(condition.get()));
    }
  }

  /// Looks at the output.
  ///
  /// @return whether Falco skips the rule for it
  private boolean output(RuleEntry rule) {
    Traced output = rule.output.text();
    String text = output.text().strip();
    int indent = output.text().indexOf(text);
    if (text.contains(INFO)) {
      int at = indent + text.indexOf(INFO);
      String message = "`" + INFO + "` is deprecated: it shows nothing";
      Span span = output.span(at, INFO.length());
      report.add(FalcoCode.DEPRECATED_ITEM, Code.PC0909, span, message);
    }
    // What shows nothing is blanked out, so that offsets stay.
    String shown = text.replace(INFO, " ".repeat(INFO.length()));
    List<Trouble> troubles = new ArrayList<>();
    outputs.check(shown, troubles::add);
    if (shown.isBlank()) {
      report.add(FalcoCode.COMPILE_OUTPUT, Code.PC0928, output.span(), "the output shows nothing");
    }
    return report(rule, indent, troubles, text);
  }

  private boolean report(RuleEntry rule, int indent, List<Trouble> troubles, String text) {
    boolean skipped = notes.output(rule, indent, troubles);
    if (!skipped) {
      for (String field : Outdated.in(text)) {
        int at = indent + text.indexOf(field);
        String message = "`" + field + "` is deprecated, and stands in the output";
        Span span = rule.output.text().span(at, field.length());
        report.add(FalcoCode.DEPRECATED_ITEM, Code.PC0909, span, message);
      }
    }
    return skipped;
  }

  private void condition(RuleEntry rule, Traced text) {
    Optional<Condition> condition = MacroTable.parse(report, text);
    if (condition.isEmpty()) {
      return;
    }
    int before = report.size();
    macros.use(text, condition.get());
    if (report.errorsSince(before)) {
      return;
    }
    ConditionCheck.Checked checked = macros.check().check(condition.get());
    List<Step> steps = checked.steps();
    boolean compiles = notes.condition(rule.skipUnknown, text, steps);
    if (compiles && rule.warnEventTypes && checked.events().isUnrestricted()) {
      report.add(
          FalcoCode.NO_EVTTYPE,
          Code.PC0929,
          rule.at,
          "the rule looks at almost every event, which is slow",
          "begin with `evt.type in (…) and`, and put parentheses around each `or`");
    }
  }
}
