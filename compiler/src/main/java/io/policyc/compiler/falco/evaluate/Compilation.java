package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.ConditionParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One condition being prepared: its macros, and the first reason why it can't be asked.
final class Compilation {
  private final ListReplacement lists;
  private final Comparisons comparisons = new Comparisons(this::refuse);
  private final Map<String, Check> macros = new HashMap<>();
  private Optional<Refusal> refusal = Optional.empty();

  Compilation(ListReplacement lists) {
    this.lists = lists;
  }

  /// Adds a macro, which may use those added before it.
  void macro(String name, String text) {
    macros.put(name, rule(text));
  }

  /// What a condition checks.
  Check rule(String text) {
    return switch (ConditionParser.parse(lists.apply(text))) {
      case ConditionParser.Parsed(var condition, _) -> check(condition);
      case ConditionParser.Refused(var problem) ->
          refuse(new Refusal(problem.message(), problem.at()));
    };
  }

  /// The first reason why the condition can't be asked.
  Optional<Refusal> refusal() {
    return refusal;
  }

  private Check refuse(Refusal reason) {
    refusal = refusal.or(() -> Optional.of(reason));
    return event -> false;
  }

  private Check check(Condition condition) {
    return switch (condition) {
      case Condition.And(var terms, _) -> all(checks(terms));
      case Condition.Or(var terms, _) -> any(checks(terms));
      case Condition.Not(var term, _) -> {
        Check inner = check(term);
        yield event -> !inner.holds(event);
      }
      case Condition.Macro(var name, var at) -> macro(name, at);
      case Condition.Exists(var left, _) -> comparisons.exists(left);
      case Condition.Compare compare -> comparisons.check(compare);
    };
  }

  private List<Check> checks(List<Condition> terms) {
    // no stream: conditions nest deep, and each level of it would take several frames
    List<Check> checks = new ArrayList<>();
    for (Condition term : terms) {
      checks.add(check(term));
    }
    return checks;
  }

  private static Check all(List<Check> checks) {
    return event -> {
      for (Check check : checks) {
        if (!check.holds(event)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Check any(List<Check> checks) {
    return event -> {
      for (Check check : checks) {
        if (check.holds(event)) {
          return true;
        }
      }
      return false;
    };
  }

  private Check macro(String name, int at) {
    Check macro = macros.get(name);
    return macro != null ? macro : refuse(new Refusal("macro `" + name + "` is not defined", at));
  }
}
