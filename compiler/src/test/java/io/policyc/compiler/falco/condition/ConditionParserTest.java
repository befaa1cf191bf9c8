package io.policyc.compiler.falco.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.falco.condition.ConditionParser.Parsed;
import io.policyc.compiler.falco.condition.ConditionParser.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The dialect of conditions; the recorded verdicts of Falco cover many more.
class ConditionParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          evt.type=open                        | evt.type = open
          a.b = 1 and c.d = 2 or e.f = 3       | a.b = 1 and c.d = 2 or e.f = 3
          a.b = 1 and (c.d = 2 or e.f = 3)     | a.b = 1 and (c.d = 2 or e.f = 3)
          (a and b) and c                      | (a and b) and c
          (a or b) or c                        | (a or b) or c
          a or(b)or(c)                         | a or b or c
          a and(b or c)and d                   | a and (b or c) and d
          not not a                            | a
          not(not a)                           | not (not a)
          not not not a                        | not a
          not(a or b)                          | not (a or b)
          ((a))                                | a
          proc.name in(a , 'b c')              | proc.name in (a, "b c")
          proc.name in shells                  | proc.name in shells
          proc.name in ()                      | proc.name in ()
          proc.name = anyof (a,b)              | proc.name = anyof (a, b)
          proc.name = anyof x                  | proc.name = anyof (x)
          proc.name = anyof or b               | proc.name = "anyof" or b
          proc.name = anyofx                   | proc.name = anyofx
          proc.name != 'it"s'                  | proc.name != 'it"s'
          proc.name = "a\\\\b"                 | proc.name = "a\\\\b"
          proc.name = 'a\\/b'                  | proc.name = "a/b"
          proc.name = "a\\ b"                  | proc.name = "a\\\\b"
          proc.name = "\\"'"                   | proc.name = "\\"'"
          proc.name = a\\                      | proc.name = a\\
          proc.name = ''                       | proc.name = ""
          proc.name = not                      | proc.name = not
          evt.num >= 0x1f                      | evt.num >= 0x1f
          evt.num < 1.5e+3                     | evt.num < 1.5e+3
          k8s.pod.label["a b"] exists          | k8s.pod.label["a b"] exists
          k8s.pod.label["app.io/x"] = y        | k8s.pod.label[app.io/x] = y
          len( proc.name )>=3                  | len(proc.name) >= 3
          proc.name = val( proc.pname )        | proc.name = val(proc.pname)
          join(",",(a.b,"c",5))=x              | join(",", (a.b, "c", 5)) = x
          proc.name existsor b                 | proc.name exists or b
          """)
  void readsAndWritesBack(String text, String canonical) {
    assertEquals(canonical, ConditionText.of(read(text)));
    assertEquals(canonical, ConditionText.of(read(canonical)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          evt.type=open and                    | 17 | a blank or `(` must stand behind `and`
          evt.type=open AND a                  | 14 | `and` or `or` must stand here
          a or(b) and c                        | 8  | `and` or `or` must stand here
          (a                                   | 2  | `and`, `or` or `)` must stand here
          a)                                   | 1  | `and` or `or` must stand here
          evt.type ~ open                      | 9  | an operator must stand here
          evt.num > x                          | 10 | a number must stand here
          proc.name = 'a                       | 12 | a constant must stand here
          proc.name = 'a\\\\'                  | 12 | a constant must stand here
          proc.name = '\\d'                    | 13 | `\\d` is no escape
          proc.name = "\\'"                    | 13 | a `'` isn't escaped in quotes of the other kind
          proc.name in (a b)                   | 16 | a list goes on with `,` or ends with `)`
          proc.name in (a,)                    | 16 | an item of the list must stand here
          proc.name in 'a'                     | 13 | a list in parentheses must stand here
          k8s.pod.label[] = a                  | 14 | a field's argument is missing after `[`
          k8s.pod.label[a = a                  | 15 | a field's argument ends with `]`
          proc.name = val(x)                   | 16 | `val(` needs a field
          tolower(a.b)[0] = a                  | 12 | `tolower` takes no argument in brackets
          tolower(true) = a                    | 8  | a transformer takes a field, a transformer, a number, a text in quotes or a list
          = a                                  | 0  | a field, a macro, `not` or `(` must stand here
          """)
  void refuses(String text, int at, String message) {
    Problem problem = refused(text);
    assertEquals(message, problem.message());
    assertEquals(at, problem.at());
  }

  @ParameterizedTest
  @CsvSource({
    "proc.name containz a, did you mean `contains`?",
    "proc.name IN (a), did you mean `in`?",
    "a && b, did you mean `and`?",
    "a OR b, did you mean `or`?"
  })
  void advises(String text, String help) {
    assertEquals(help, refused(text).help().orElseThrow());
  }

  @Test
  void saysWhenAnUnreadableFirstItemEmptiesTheList() {
    Parsed parsed =
        assertInstanceOf(Parsed.class, ConditionParser.parse("proc.name in ('\\d') or b"));
    assertEquals("proc.name in () or b", ConditionText.of(parsed.condition()));
    assertEquals("`\\d` is no escape", parsed.oddities().getFirst().message());
  }

  @Test
  void nestsAsDeepAsRulesDo() {
    int deep = 1200;
    String text = "not(".repeat(deep) + "a" + ")".repeat(deep);
    String canonical = ConditionText.of(read(text));
    assertEquals(canonical, ConditionText.of(read(canonical)));
  }

  @Test
  void refusesATreeThatIsTooDeep() {
    String text = "not(a or b and ".repeat(600) + "c" + ")".repeat(600);
    assertEquals("terms nest deeper than 1500", refused(text).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "not(", "not (", "a or (", "a and(", "tolower("})
  void refusesWhatNestsTooDeep(String open) {
    assertTrue(refused(open.repeat(100_000)).message().contains("deeper than"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b\\", "x\0y", "=\\"})
  void cannotWriteSomeConstants(String constant) {
    assertTrue(!ConditionText.canWrite(constant));
    Condition condition =
        new Condition.Compare(
            Operand.Field.of("proc.name"), Operator.EQ, Comparand.Text.of(constant), 0);
    assertThrows(IllegalArgumentException.class, () -> ConditionText.of(condition));
  }

  private static Condition read(String text) {
    return assertInstanceOf(Parsed.class, ConditionParser.parse(text), text).condition();
  }

  private static Problem refused(String text) {
    return assertInstanceOf(Refused.class, ConditionParser.parse(text)).problem();
  }
}
