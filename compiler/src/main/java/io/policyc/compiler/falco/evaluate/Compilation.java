package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Condition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One condition being prepared: its macros, and the first reason why it can't be asked.
final class Compilation {
  private final Map<String, Condition> macros;
  private final Comparisons comparisons;
  private final Map<String, Check> ready = new HashMap<>();
  private final Set<String> within = new HashSet<>();
  private Optional<Refusal> refusal = Optional.empty();

  Compilation(Map<String, Condition> macros, Lists lists) {
    this.macros = macros;
    this.comparisons = new Comparisons(lists, this::refuse);
  }

  /// The first reason why the condition can't be asked.
  Optional<Refusal> refusal() {
    return refusal;
  }

  private Check refuse(Refusal reason) {
    refusal = refusal.or(() -> Optional.of(reason));
    return event -> false;
  }

  /// What a condition checks.
  Check check(Condition condition) {
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
    return terms.stream().map(this::check).toList();
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
    Check known = ready.get(name);
    if (known != null) {
      return known;
    }
    Condition body = macros.get(name);
    if (body == null || !within.add(name)) {
      return refuse(new Refusal("macro `" + name + "` is not defined", at));
    }
    Check check = check(body);
    within.remove(name);
    ready.put(name, check);
    return check;
  }
}
