package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.MacroEntry;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.ConditionParser;
import io.policyc.compiler.falco.condition.ConditionParser.Parsed;
import io.policyc.compiler.falco.condition.ConditionParser.Refused;
import io.policyc.compiler.falco.condition.Problem;
import io.policyc.compiler.falco.rules.ConditionCheck;
import io.policyc.compiler.falco.rules.ConditionCheck.Step;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The macros, parsed, each with what was found in it.
///
/// Source: falco 0.44.1, userspace/engine/rule_loader_compiler.cpp and filter_macro_resolver.cpp.
final class MacroTable {
  private final Report report;
  private final Rulebook book;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Set<String> findings = new HashSet<>();
  private final Map<String, ConditionCheck.Checked> checked = new HashMap<>();
  private final ConditionCheck check;

  MacroTable(Report report, Rulebook book, Plugins plugins) {
    this.report = report;
    this.book = book;
    check = new ConditionCheck(plugins, this::checked);
  }

  /// A macro that can be parsed.
  ///
  /// @param text with the names of lists replaced
  private record Entry(MacroEntry macro, Traced text, Condition condition) {}

  /// Parses all macros, then looks at the macros that they name.
  void compile(ListText lists) {
    for (MacroEntry macro : book.macros.values()) {
      Mistaken.look(report, macro.condition.text(), lists);
      Traced text = lists.resolve(macro.condition.text());
      parse(report, text).ifPresent(c -> entries.put(macro.name, new Entry(macro, text, c)));
    }
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      names.put(entry.macro.name, resolve(entry));
    }
    MacroOrder order = new MacroOrder(names);
    for (Entry entry : entries.values()) {
      circles(entry, order);
    }
    for (String name : order.order()) {
      Optional.ofNullable(entries.get(name)).ifPresent(this::look);
    }
  }

  // Falco's report would name half of the character that is no escape, and ends over it.
  private static boolean kills(Traced text, Problem problem) {
    int escaped = problem.at() + 1;
    return problem.message().endsWith("is no escape")
        && escaped < text.length()
        && text.text().charAt(escaped) >= 0x80;
  }

  private void look(Entry entry) {
    ConditionCheck.Checked result = check.check(entry.condition);
    checked.put(entry.macro.name, result);
    for (Step step : result.steps()) {
      boolean found =
          switch (step) {
            case Step.Found _ -> true;
            case Step.Inside(var name, _) -> findings.contains(name);
          };
      if (found) {
        findings.add(entry.macro.name);
      }
    }
  }

  /// Whether anything was found in a macro, or in those that it names.
  boolean hasFindings(String name) {
    return findings.contains(name);
  }

  /// What was found in a macro.
  List<Step> steps(String name) {
    return checked(name).map(ConditionCheck.Checked::steps).orElse(List.of());
  }

  /// A condition, or a finding about what is none.
  static Optional<Condition> parse(Report report, Traced text) {
    return switch (ConditionParser.parse(text.text())) {
      case Parsed(var condition, var oddities) -> {
        oddities.forEach(
            odd ->
                report.own(
                    Code.PC0930
                        .at(
                            text.span(odd.at(), odd.length()),
                            odd.message() + ": the list is empty")
                        .withHelp("write what the first item means in another way")));
        yield Optional.of(condition);
      }
      case Refused(var problem) -> {
        Finding finding =
            Code.PC0920.at(text.span(problem.at(), problem.length()), problem.message());
        FalcoCode code = kills(text, problem) ? FalcoCode.FATAL : FalcoCode.COMPILE_CONDITION;
        report.add(code, problem.help().map(finding::withHelp).orElse(finding));
        yield Optional.empty();
      }
    };
  }

  // A macro sees those that were first defined before it was last changed.
  private List<String> resolve(Entry entry) {
    List<String> seen = new ArrayList<>();
    for (MacroRefs.Ref ref : MacroRefs.of(entry.condition).all()) {
      MacroEntry other = book.macros.get(ref.name());
      if (other != null && other.index < entry.macro.visibility) {
        seen.add(ref.name());
        used.add(ref.name());
      } else {
        undefined(entry.text, ref, other != null);
      }
    }
    return seen;
  }

  private void circles(Entry entry, MacroOrder order) {
    for (MacroRefs.Ref ref : MacroRefs.of(entry.condition).all()) {
      if (order.closesCircle(entry.macro.name, ref.name())) {
        Span at = entry.text.span(ref.at(), ref.name().length());
        String message = "the macro `" + ref.name() + "` names itself, possibly through others";
        report.add(FalcoCode.VALIDATE, Code.PC0921, at, message);
      }
    }
  }

  /// Looks at the macros that a rule names: it sees all of them.
  void use(Traced text, Condition condition) {
    for (MacroRefs.Ref ref : MacroRefs.of(condition).all()) {
      if (book.macros.containsKey(ref.name())) {
        used.add(ref.name());
      } else {
        undefined(text, ref, false);
      }
    }
  }

  private void undefined(Traced text, MacroRefs.Ref ref, boolean later) {
    if (book.broken.contains(ref.name()) || report.exhausted()) {
      return;
    }
    Span at = text.span(ref.at(), ref.name().length());
    if (later) {
      String message = "the macro `" + ref.name() + "` is defined below this one";
      report.add(FalcoCode.VALIDATE, Code.PC0921, at, message, "define it above");
      return;
    }
    String message = "there is no macro `" + ref.name() + "`";
    String help =
        Near.of(ref.name(), book.macros.keySet())
            .map(near -> "did you mean `" + near + "`?")
            .orElse("define it, or write a comparison such as `proc.name = " + ref.name() + "`");
    report.add(FalcoCode.VALIDATE, Code.PC0921, at, message, help);
  }

  /// What was found in a macro.
  Optional<ConditionCheck.Checked> checked(String name) {
    return Optional.ofNullable(checked.get(name));
  }

  /// Where a macro's text stands.
  Optional<Traced> text(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::text);
  }

  ConditionCheck check() {
    return check;
  }

  boolean isUsed(String name) {
    return used.contains(name);
  }
}
