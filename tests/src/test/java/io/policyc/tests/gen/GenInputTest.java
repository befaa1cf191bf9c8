package io.policyc.tests.gen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.parse.PolicyParser;
import io.policyc.findings.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Generated inputs are text that the language has words for.
class GenInputTest {
  @Test
  void everyGeneratedTextParses() {
    for (long seed = 0; seed < 2_000; seed++) {
      for (boolean foreign : new boolean[] {false, true}) {
        String text = GenInput.of(seed).text(foreign);
        var findings = PolicyParser.parse(new Source("gen.policy", text)).findings();
        assertEquals(List.of(), findings, text);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameInput() {
    assertEquals(GenInput.of(42), GenInput.of(42));
    assertEquals(GenWorld.of(GenInput.of(42)), GenWorld.of(GenInput.of(42)));
  }

  @Test
  void aLineOfTheTextIsFoundAgain() {
    Generated input = GenInput.of(7);
    List<String> lines = input.text(false).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).contains("namespace ") || lines.get(i).contains("closed")) {
        assertEquals(lines.get(i), input.lineAt(false, i + 1).text());
      }
    }
  }
}
