package io.policyc.compiler.falco.check;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;
import java.util.Optional;

/// Checks one condition that uses no macros and no lists, as Falco 0.44.1 would in a rule for
/// system calls.
public final class ConditionChecker {
  private ConditionChecker() {}

  /// The condition, and what was found in it.
  ///
  /// @param text the whole of it is the condition; findings point into it
  /// @param plugins what Falco is taken to have loaded
  /// @return empty where it can't be read
  public static Checked<Optional<Condition>> check(Source text, Plugins plugins) {
    Report report = new Report();
    Traced traced = Traced.of(text, YamlNode.Scalar.whole(text.text()));
    Optional<Condition> condition = MacroTable.parse(report, traced);
    if (condition.isPresent()) {
      MacroTable none = new MacroTable(report, new Rulebook(), plugins);
      none.use(traced, condition.get());
      new Notes(report, none).condition(false, traced, none.check().check(condition.get()).steps());
    }
    return new Checked<>(condition, findings(report));
  }

  private static List<Finding> findings(Report report) {
    return report.findings().stream().map(FalcoFinding::finding).toList();
  }
}
