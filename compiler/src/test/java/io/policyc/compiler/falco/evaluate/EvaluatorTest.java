package io.policyc.compiler.falco.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final FalcoEvent SHELL =
      FalcoEvent.of("execve").with("proc.name", "sh").with("user.uid", 0).with("fd.sport", 443);

  private static boolean matches(Condition condition, FalcoEvent event) {
    return Evaluator.of(condition, Map.of(), Map.of("shells", List.of("bash", "sh")))
        .orThrow()
        .matches(event);
  }

  private static Condition compare(String field, Operator operator, Comparand right) {
    return new Condition.Compare(Operand.Field.of(field), operator, right, 0);
  }

  @Test
  void comparesTexts() {
    assertEquals(true, matches(compare("proc.name", Operator.EQ, Comparand.Text.of("sh")), SHELL));
    assertEquals(false, matches(compare("proc.name", Operator.NE, Comparand.Text.of("sh")), SHELL));
  }

  @Test
  void replacesNamesOfLists() {
    Comparand list = Comparand.Items.of(List.of("zsh", "shells"));
    assertEquals(true, matches(compare("proc.name", Operator.IN, list), SHELL));
  }

  @Test
  void saysNoWhereTheValueIsAbsent() {
    Comparand other = Comparand.Text.of("x");
    assertEquals(false, matches(compare("proc.pname", Operator.EQ, other), SHELL));
    assertEquals(false, matches(compare("proc.pname", Operator.NE, other), SHELL));
  }

  @Test
  void wrapsNumbers() {
    Comparand big = Comparand.Text.of("4294967296");
    assertEquals(true, matches(compare("user.uid", Operator.EQ, big), SHELL));
    Comparand port = Comparand.Text.of("65979");
    assertEquals(true, matches(compare("fd.sport", Operator.EQ, port), SHELL));
  }

  @Test
  void refusesWhatItCannotAsk() {
    Prepared prepared = Evaluator.of("a.b=c or nope", Map.of(), Map.of());
    assertEquals(0, assertInstanceOf(Refusal.class, prepared).at());
  }
}
