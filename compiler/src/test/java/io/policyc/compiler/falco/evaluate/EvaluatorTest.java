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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void knowsNoAncestorsWhereThereAreNone() {
    FalcoEvent alone = SHELL.with("proc.aname", List.of());
    assertEquals(false, Evaluator.of("proc.aname exists").orThrow().matches(alone));
    assertEquals(false, Evaluator.of("proc.aname != sh").orThrow().matches(alone));
  }

  @Test
  void readsOptions() {
    FalcoEvent event = SHELL.with("proc.args[0]", "-abvalue").with("proc.args[1]", "-q");
    String options = "getopt((proc.args[0], proc.args[1]), 'ab:') ";
    assertEquals(true, Evaluator.of(options + "intersects (value)").orThrow().matches(event));
    assertEquals(true, Evaluator.of(options + "in (a, b, value, '?')").orThrow().matches(event));
    assertEquals(false, Evaluator.of(options + "intersects (q)").orThrow().matches(event));
  }

  @ParameterizedTest
  @CsvSource({
    "c2g=, sh, true",
    "c2g, sh, true",
    "c2g==, sh, true",
    "c2g, '', false",
    "c2h, sh, false",
    "'', '', true",
    "c2-, '', false",
    "c, '', false",
  })
  void decodes(String name, String constant, boolean holds) {
    Evaluator evaluator = Evaluator.of("b64(proc.name) = '" + constant + "'").orThrow();
    assertEquals(holds, evaluator.matches(SHELL.with("proc.name", name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proc.name in ('sh', l)         | l: a b       | proc.name in ('sh', "a b" )
          proc.name in (l)               | l: 'x','y'   | proc.name in ( 'x','y' )
          proc.args = 'run l now'        | l: a         | proc.args = 'run a now'
          proc.name = l                  | l: a         | 'proc.name = a '
          proc.name=l                    | l: a         | 'proc.name= a '
          proc.name in (a, l)            | l:           | 'proc.name in (a  )'
          proc.name in (l, a)            | l:           | 'proc.name in (   a)'
          proc.name in (xl, l-x, l.x)    | l: a         | proc.name in (xl, l-x, l.x)
          """)
  void replacesNamesAsFalcoDoes(String condition, String list, String expected) {
    String item = list.substring(list.indexOf(':') + 1).strip();
    List<String> items = item.isEmpty() ? List.of() : List.of(item);
    assertEquals(expected, new ListReplacement(Map.of("l", items)).apply(condition));
  }

  @Test
  void refusesWhatItCannotAsk() {
    Prepared prepared = Evaluator.of("a.b=c or nope", Map.of(), Map.of());
    assertEquals(0, assertInstanceOf(Refusal.class, prepared).at());
  }
}
