package io.policyc.tests.naive;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/// What a policy permits and refuses, as tests write it down.
final class Meaning {
  private final NaiveEvaluator evaluator;

  private Meaning(NaiveEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// The meaning of a text under the default settings.
  static Meaning of(String text) {
    return of(text, Settings.DEFAULT);
  }

  static Meaning of(String text, Settings settings) {
    return of(List.of(new Input.Part(read(text), false)), settings);
  }

  static Meaning of(List<Input.Part> parts, Settings settings) {
    return new Meaning(new NaiveEvaluator(new Input(parts), settings));
  }

  /// A text that must be free of findings.
  static PolicyFile read(String text) {
    Checked<PolicyFile> parsed = PolicyParser.parse(new Source("test.policy", text));
    assertEquals(List.of(), parsed.findings());
    return parsed.value();
  }

  /// Each of the questions is answered so.
  Meaning permits(String... questions) {
    return answers(Answer.PERMITTED, questions);
  }

  Meaning refuses(String... questions) {
    return answers(Answer.REFUSED, questions);
  }

  Meaning cannotTell(String... questions) {
    return answers(Answer.UNKNOWN, questions);
  }

  private Meaning answers(Answer expected, String... questions) {
    assertAll(
        Stream.of(questions)
            .<Executable>map(
                question ->
                    () ->
                        assertEquals(
                            expected, evaluator.permits(Notation.parse(question)), question)));
    return this;
  }
}
