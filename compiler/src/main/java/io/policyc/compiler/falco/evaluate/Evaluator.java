package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.condition.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A condition that answers for events.
public final class Evaluator implements Prepared {
  private final Check check;

  private Evaluator(Check check) {
    this.check = check;
  }

  /// Prepares a condition.
  ///
  /// @param macros by name, in the order of their file
  /// @param lists by name; an item may be the name of a list
  public static Prepared of(
      Condition condition, Map<String, Condition> macros, Map<String, List<String>> lists) {
    Compilation compilation = new Compilation(macros, new Lists(lists));
    Check check = compilation.check(condition);
    return compilation.refusal().<Prepared>map(r -> r).orElseGet(() -> new Evaluator(check));
  }

  /// Prepares a rule of a file.
  public static Prepared of(FalcoRules.FalcoRule rule, FalcoRules file) {
    Map<String, Condition> macros = new LinkedHashMap<>();
    file.macros().forEach(m -> macros.put(m.name(), m.condition()));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    file.lists().forEach(l -> lists.put(l.name(), l.items()));
    return of(rule.condition(), macros, lists);
  }

  /// Whether the condition holds of an event.
  public boolean matches(FalcoEvent event) {
    return check.holds(event);
  }
}
