package io.policyc.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Every sentence that the language was planned with, as one input.
class PlanTest {
  @Test
  void everySentenceCompiles() throws IOException {
    Run run = Run.of(plan(), "compile", "-", "--stdout", "--verify");
    assertEquals(0, run.exit(), run::toString);
    assertFalse(run.out().isBlank(), run::toString);
  }

  private static String plan() throws IOException {
    try (InputStream in = PlanTest.class.getResourceAsStream("plan.policy")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
