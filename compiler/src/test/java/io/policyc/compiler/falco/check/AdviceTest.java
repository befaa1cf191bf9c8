package io.policyc.compiler.falco.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.render.TextRenderer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a mistake, where it stands, and what is meant instead.
class AdviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proc.nam = a            | did you mean `proc.name`?
          fd.nmae = a             | did you mean `fd.name`?
          container.nmae = a      | did you mean `container.name`?
          evt.type = opne         | did you mean `open`?
          evt.type in (opnat, b)  | did you mean `openat`?
          proc.name contians a    | did you mean `contains`?
          shel                    | did you mean `shell`?
          evt.arg.flgs = a        | did you mean `evt.arg.flags`?
          toloewr(proc.name) = a  | did you mean `tolower`?
          """)
  void names(String condition, String help) {
    String yaml =
        "- macro: shell\n  condition: proc.name = sh\n"
            + RulesOfConditionsTest.rule("evt.type = execve and shell and " + condition, "O");
    assertTrue(helps(yaml).contains(help), () -> helps(yaml).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - rule: R¶  descr: D                                          | did you mean `desc`?
          - rul: R                                                      | did you mean `rule`?
          - rule: R¶  desc: D¶  condition: a¶  output: O¶  priority: INF | did you mean `INFO`?
          - rule: R¶  desc: D¶  condition: a¶  output: O¶  priority: WARN | did you mean `WARNING`?
          - macro: shell¶  condition: evt.type = a¶- macro: shel¶  append: true¶  condition: or b | did you mean `shell`?
          - list: shells¶  items: []¶- list: shels¶  items: [a]¶  override: {items: append} | did you mean `shells`?
          """)
  void words(String yaml, String help) {
    List<String> helps = helps(yaml.replace('¶', '\n'));
    assertTrue(helps.contains(help), helps.toString());
  }

  private static List<String> helps(String yaml) {
    return HostileRulesTest.check(yaml).stream().flatMap(f -> f.finding().help().stream()).toList();
  }

  @Test
  void showsWhereItStandsInTheFile() {
    String yaml =
        """
        - list: shells
          items: [sh, bash]
        - rule: R
          desc: D
          condition: >
            evt.type = execve and
            proc.name in (shells) and fd.nam = a
          output: "%proc.name %fd.nme"
          priority: INFO
        """;
    List<Finding> findings = FalcoChecker.check(new Source("rules.yaml", yaml));
    assertEquals(
        """
        error[PC0922]: there is no field `fd.nam`
          --> rules.yaml:7:31
           7 |     proc.name in (shells) and fd.nam = a
             |                               ^^^^^^
           help: did you mean `fd.name`?

        error[PC0928]: there is no field `fd.nme`
          --> rules.yaml:8:23
           8 |   output: "%proc.name %fd.nme"
             |                       ^^^^^^^
           help: did you mean `%fd.name`?
        """,
        new TextRenderer(false).render(findings));
  }

  @Test
  void checksConditionsAlone() {
    Checked<Optional<Condition>> right = condition("evt.type = open and fd.name startswith /etc");
    assertEquals(List.of(), right.findings());
    assertTrue(right.value().isPresent());
    Checked<Optional<Condition>> wrong = condition("evt.type = open and fd.nam = a");
    assertEquals("there is no field `fd.nam`", wrong.findings().getFirst().message());
    assertEquals(20, wrong.findings().getFirst().at().orElseThrow().start());
    Checked<Optional<Condition>> unreadable = condition("evt.type = ");
    assertTrue(unreadable.value().isEmpty() && unreadable.hasErrors());
  }

  private static Checked<Optional<Condition>> condition(String text) {
    return ConditionChecker.check(new Source("a condition", text), Plugins.BUNDLED);
  }
}
