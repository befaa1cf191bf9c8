package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.ConditionText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A condition that answers for events.
///
/// Names of lists are replaced in the text, as Falco does it: a constant that is spelt like a list
/// becomes its items, and so does a word inside a quoted text.
///
/// Only what cannot be asked is refused here: what ends Falco, and what is no condition at all. A
/// condition that somebody wrote is first given to [io.policyc.compiler.falco.check.FalcoChecker],
/// which refuses all that Falco does.
public final class Evaluator implements Prepared {
  private final Check check;

  private Evaluator(Check check) {
    this.check = check;
  }

  /// Prepares a condition without macros and lists.
  public static Prepared of(String condition) {
    return of(condition, Map.of(), Map.of());
  }

  /// Prepares a condition.
  ///
  /// @param macros conditions by name, in the order of their file
  /// @param lists items by name, in the order of their file
  public static Prepared of(
      String condition, Map<String, String> macros, Map<String, List<String>> lists) {
    Compilation compilation = new Compilation(new ListReplacement(lists));
    macros.forEach(compilation::macro);
    Check check = compilation.rule(condition);
    return compilation.refusal().<Prepared>map(r -> r).orElseGet(() -> new Evaluator(check));
  }

  /// Prepares a condition.
  ///
  /// @param macros by name, in the order of their file
  /// @param lists items by name, in the order of their file
  /// @throws IllegalArgumentException where the condition has no text
  public static Prepared of(
      Condition condition, Map<String, Condition> macros, Map<String, List<String>> lists) {
    Map<String, String> texts = new LinkedHashMap<>();
    macros.forEach((name, macro) -> texts.put(name, ConditionText.of(macro)));
    return of(ConditionText.of(condition), texts, lists);
  }

  /// Prepares a rule of a file, without the values that a user's file adds to its exceptions.
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
