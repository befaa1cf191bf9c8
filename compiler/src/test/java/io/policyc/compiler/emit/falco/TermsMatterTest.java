package io.policyc.compiler.emit.falco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRules.FalcoMacro;
import io.policyc.compiler.falco.evaluate.Evaluator;
import io.policyc.compiler.falco.evaluate.FalcoEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Each term of the macros that rules are made of is there for a reason: without it, an event of
/// the tables would set a rule off, or would no longer.
final class TermsMatterTest {
  /// What no table shows, with the reason.
  private static final Map<String, String> IDLE =
      Map.of(
          "policyc_own_address without ::1/128 of fd.snet in (127.0.0.0/8, ::1/128, 0.0.0.0/32)",
          "who goes to ::1 comes from there, so that the addresses are the same, too");

  @Test
  void eachTermIsThereForAReason() throws IOException {
    Map<String, Boolean> noticed = new LinkedHashMap<>();
    for (EventsTest.File file : EventsTest.files()) {
      FalcoRules rules = new Example(file.name(), file.table().policy()).rules();
      List<FalcoEvent> events =
          file.table().lines().stream().map(line -> file.table().event(line)).toList();
      List<Boolean> as = results(rules, events);
      for (FalcoMacro macro : rules.macros().stream().filter(m -> isShared(m.name())).toList()) {
        for (Mutants.Mutant mutant : Mutants.of(macro.condition())) {
          String name = macro.name() + " without " + mutant.missing();
          if (!noticed.getOrDefault(name, false)) {
            boolean differs = !as.equals(results(with(rules, macro, mutant), events));
            noticed.put(name, differs);
          }
        }
      }
    }
    assertTrue(noticed.size() > 100, "only " + noticed.size());
    TreeSet<String> idle = new TreeSet<>();
    noticed.forEach(
        (name, differs) -> {
          if (!differs) {
            idle.add(name);
          }
        });
    assertEquals(String.join("\n", new TreeSet<>(IDLE.keySet())), String.join("\n", idle));
  }

  // What is about one input has `__` in its name.
  private static boolean isShared(String macro) {
    return !macro.contains("__");
  }

  private static List<Boolean> results(FalcoRules rules, List<FalcoEvent> events) {
    List<Evaluator> prepared =
        rules.rules().stream().map(rule -> (Evaluator) Evaluator.of(rule, rules)).toList();
    return events.stream()
        .map(event -> prepared.stream().anyMatch(one -> one.matches(event)))
        .toList();
  }

  private static FalcoRules with(FalcoRules rules, FalcoMacro macro, Mutants.Mutant mutant) {
    List<FalcoMacro> macros = new ArrayList<>(rules.macros());
    macros.replaceAll(
        m ->
            m.name().equals(macro.name())
                ? new FalcoMacro(m.name(), mutant.condition(), m.comments())
                : m);
    return new FalcoRules(
        rules.comments(),
        rules.engineVersion(),
        rules.plugins(),
        rules.lists(),
        macros,
        rules.rules());
  }
}
