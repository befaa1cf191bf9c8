package io.policyc.signatures.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a predicate holds, and what is asked of it.
class ConditionCheckTest {
  private static final Json PREDICATE =
      json(
          """
          {"type":"make","level":3,"big":1e3,"far":1e9999999999,"ok":true,"no":null,"":"empty",
           "a/b":"slash","m~n":"tilde","~1":"both",
           "steps":["compile","link","test",[1,2],"e","f","g","h","i","j","last"],
           "env":{"x":1,"y":"z"}}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          pointer     | wanted                   | met
          /type       | "make"                   | yes
          /type       | "Make"                   | no
          /level      | 3                        | yes
          /level      | 3.0                      | yes
          /level      | 30e-1                    | yes
          /level      | 4                        | no
          /level      | "3"                      | no
          /level      | true                     | no
          /big        | 1000                     | yes
          /big        | 1001                     | no
          /far        | 1e9999999999             | yes
          /far        | 1e9999999998             | no
          /far        | 1                        | no
          /ok         | true                     | yes
          /ok         | false                    | no
          /no         | null                     | yes
          /no         | false                    | no
          /           | "empty"                  | yes
          /a~1b       | "slash"                  | yes
          /a/b        | "slash"                  | no
          /m~0n       | "tilde"                  | yes
          /~01        | "both"                   | yes
          type        | "make"                   | no
          type/       | "make"                   | no
          /type/      | "make"                   | no
          /type/x     | "make"                   | no
          /steps/0    | "compile"                | yes
          /steps/1    | "link"                   | yes
          /steps/9    | "j"                      | yes
          /steps/10   | "last"                   | yes
          /steps/11   | "last"                   | no
          /steps/01   | "link"                   | no
          /steps/00   | "compile"                | no
          /steps/-1   | "last"                   | no
          /steps/-    | "last"                   | no
          /steps/:    | "last"                   | no
          /steps/     | "compile"                | no
          /steps/1e0  | "link"                   | no
          /steps/4294967296 | "compile"          | no
          /steps/999999999 | "last"              | no
          /steps/3    | [1,2]                    | yes
          /steps/3    | [1.0,2]                  | yes
          /steps/3    | [2,1]                    | no
          /steps/3    | [1]                      | no
          /steps/3    | [1,2,3]                  | no
          /steps/3    | [1,3]                    | no
          /steps/3    | {}                       | no
          /steps/3/1  | 2                        | yes
          /env/x      | 1                        | yes
          /env        | {"x":1,"y":"z"}          | yes
          /env        | {"y":"z","x":1.0}        | yes
          /env        | {"x":1,"y":"a"}          | no
          /env        | {"x":1}                  | no
          /env        | {"x":1,"y":"z","w":0}    | no
          /env        | {"x":1,"z":"z"}          | no
          /env        | []                       | no
          """)
  void comparesByValue(String pointer, String wanted, String met) {
    assertEquals(
        met.equals("yes"),
        check(pointer, new Condition.Test.Equal(json(wanted))).isEmpty(),
        () -> pointer + " " + wanted);
  }

  @Test
  void anEmptyPointerIsTheWhole() {
    assertEquals(Optional.empty(), check("", new Condition.Test.Equal(PREDICATE)));
    assertEquals(
        Optional.of("the predicate's `` is an object, not a list"),
        check("", new Condition.Test.Equal(json("[]"))));
  }

  @Test
  void oneOfSeveralIsEnough() {
    List<Json> both = List.of(json("\"bazel\""), json("\"make\""));
    assertEquals(Optional.empty(), check("/type", new Condition.Test.OneOf(both)));
    assertEquals(
        Optional.of("the predicate's `/level` is the number `3`, not one of 2 values"),
        check("/level", new Condition.Test.OneOf(both)));
  }

  @Test
  void onlyTextsMatch() {
    assertEquals(Optional.empty(), check("/type", new Condition.Test.Matches(TextRule.of("m*"))));
    assertEquals(
        Optional.of("the predicate's `/level` is the number `3`, not `**`"),
        check("/level", new Condition.Test.Matches(TextRule.of("**"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /type  | the predicate's `/type` is `make`, not `true`
          /no    | the predicate's `/no` is `null`, not `true`
          /steps | the predicate's `/steps` is a list, not `true`
          /env   | the predicate's `/env` is an object, not `true`
          /none  | the predicate's `/none` is missing, not `true`
          """)
  void saysWhatIsThere(String pointer, String detail) {
    assertEquals(
        Optional.of(detail), check(pointer, new Condition.Test.Equal(new Json.Bool(true))));
  }

  @Test
  void everyConditionMustBeMet() {
    Condition met = new Condition("/level", new Condition.Test.Equal(json("3")));
    Condition other = new Condition("/type", new Condition.Test.Equal(json("\"bazel\"")));
    assertEquals(Optional.empty(), ConditionCheck.check(Optional.of(PREDICATE), List.of(met, met)));
    assertEquals(
        Optional.of(
            new Verdict.Rejected(
                Reason.CONDITION_NOT_MET, "the predicate's `/type` is `make`, not `bazel`")),
        ConditionCheck.check(Optional.of(PREDICATE), List.of(met, other)));
  }

  @Test
  void aMissingPredicateMeetsNoCondition() {
    assertEquals(Optional.empty(), ConditionCheck.check(Optional.empty(), List.of()));
    Condition any = new Condition("", new Condition.Test.Equal(new Json.Null()));
    assertEquals(
        Optional.of(
            new Verdict.Rejected(
                Reason.CONDITION_NOT_MET, "the predicate's `` is missing, not `null`")),
        ConditionCheck.check(Optional.empty(), List.of(any)));
  }

  private static Optional<String> check(String pointer, Condition.Test test) {
    return ConditionCheck.check(Optional.of(PREDICATE), List.of(new Condition(pointer, test)))
        .map(Verdict.Rejected::detail);
  }

  private static Json json(String text) {
    return JsonReader.read(text.getBytes(UTF_8)).orElseThrow();
  }
}
