package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of doubts is the one that people read, and refuses where nothing is said.
class FailureMatrixTest {
  private static String row(Doubt doubt) {
    String answers =
        Arrays.stream(Mode.values())
            .map(mode -> FailureMatrix.answer(doubt, mode).name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" | "));
    return "| " + doubt.words() + " | " + answers + " |";
  }

  @Test
  void isTheOneOfThePage() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/failure-matrix.md")).stream()
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .toList();
    assertEquals(Arrays.stream(Doubt.values()).map(FailureMatrixTest::row).toList(), rows);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsEnforcedIsRefused(Doubt doubt) {
    assertEquals(FailureMatrix.Answer.REFUSE, FailureMatrix.answer(doubt, Mode.ENFORCE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          doubts                | mode    | answer
          DEADLINE              | ENFORCE | REFUSE
          DEADLINE              | WARN    | WARN
          DEADLINE              | AUDIT   | ACCEPT
          DEADLINE WRONG_TYPE   | AUDIT   | REFUSE
          DEADLINE FAULT        | WARN    | WARN
          """)
  void ofSeveralDoubtsTheStrictestCounts(String doubts, Mode mode, FailureMatrix.Answer answer) {
    List<Doubt> why = Arrays.stream(doubts.split(" ", -1)).map(Doubt::valueOf).toList();
    assertEquals(answer, FailureMatrix.answer(new Outcome.Undecided(why), mode));
  }

  @Test
  void anAnswerNeedsNoMatrix() {
    assertEquals(
        FailureMatrix.Answer.ACCEPT, FailureMatrix.answer(new Outcome.Allowed(), Mode.ENFORCE));
    assertEquals(
        FailureMatrix.Answer.REFUSE, FailureMatrix.answer(new Outcome.Denied(), Mode.AUDIT));
    assertThrows(IllegalArgumentException.class, () -> new Outcome.Undecided(List.of()));
  }
}
