package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.condition.Condition.Exists;
import io.policyc.compiler.falco.condition.ConditionParser;
import io.policyc.compiler.falco.condition.ConditionParser.Parsed;
import io.policyc.compiler.falco.condition.Operand;
import java.util.Optional;

/// Tells fields from other texts, as exceptions name them.
public final class FieldNames {
  private final OperandCheck operands;

  /// @param plugins what Falco has loaded
  public FieldNames(Plugins plugins) {
    operands = new OperandCheck(plugins);
  }

  /// What is wrong with a field and its argument, `k8s.pod.label[app]`, or with a transformer.
  public Optional<String> problem(String text) {
    return ConditionParser.parse(text + " exists") instanceof Parsed(Exists(var left, _), _)
        ? problem(left)
        : Optional.of("there is no field `" + text + "`");
  }

  private Optional<String> problem(Operand operand) {
    try {
      operands.type(operand);
      return Optional.empty();
    } catch (Wrong e) {
      return Optional.of(e.trouble().message());
    }
  }
}
