package io.policyc.compiler.falco.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Any condition is either refused or answers for any event: nothing else comes out, and what is
/// said twice is answered alike.
///
/// `-Dinputs=200000` draws more, `-Dseed=random` others.
class EvaluatorFuzzTest {
  private static final int INPUTS = Integer.getInteger("inputs", 4_000);
  private static final Map<String, String> MACROS =
      Map.of("opens", "evt.type in (open, openat)", "shell", "proc.name in (shells)");
  private static final Map<String, List<String>> LISTS =
      Map.of("shells", List.of("sh", "bash"), "nets", List.of("10.0.0.0/8", "1.2.3.0/24"));

  private int refused;
  private int fired;
  private int silent;

  @Test
  void answersOrRefuses() {
    String seed = System.getProperty("seed", "20261124");
    long start = seed.equals("random") ? System.nanoTime() : Long.parseLong(seed);
    for (int i = 0; i < INPUTS; i++) {
      Conjured conjured = new Conjured(new Random(start + i));
      String condition = conjured.condition(3);
      ask(i % 4 == 0 ? conjured.damaged(condition) : condition, conjured);
    }
    int answers = fired + silent;
    String counts = refused + " of " + INPUTS + " refused, " + fired + " of " + answers + " fired";
    assertTrue(refused > INPUTS / 5 && refused < INPUTS - INPUTS / 5, counts);
    assertTrue(fired > answers / 10 && silent > answers / 10, counts);
  }

  private void ask(String condition, Conjured conjured) {
    switch (prepare(condition)) {
      case Refusal ignored -> refused++;
      case Evaluator evaluator -> {
        Evaluator not = prepare("not (" + condition + ")").orThrow();
        for (int i = 0; i < 5; i++) {
          FalcoEvent event = conjured.event();
          boolean holds = evaluator.matches(event);
          assertEquals(holds, !not.matches(event), condition + " of " + event);
          fired += holds ? 1 : 0;
          silent += holds ? 0 : 1;
        }
      }
    }
  }

  private static Prepared prepare(String condition) {
    return Evaluator.of(condition, MACROS, LISTS);
  }

  @Test
  void takesDeepConditions() {
    String deep =
        "(proc.name=a or (proc.name=b and ".repeat(700) + "proc.name=c" + "))".repeat(700);
    FalcoEvent event = FalcoEvent.of("execve").with("proc.name", "a");
    assertEquals(true, Evaluator.of(deep).orThrow().matches(event));
    assertInstanceOf(Refusal.class, Evaluator.of("(".repeat(100_000)));
  }

  @Test
  void takesLongLists() {
    String items =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "/d" + i + "/*x")
            .collect(Collectors.joining(", "));
    FalcoEvent event = FalcoEvent.of("openat").with("fd.name", "/d19999/ax/y");
    assertEquals(true, Evaluator.of("fd.name pmatch (" + items + ")").orThrow().matches(event));
    assertEquals(false, Evaluator.of("fd.name in (" + items + ")").orThrow().matches(event));
  }

  @Test
  void takesLongTexts() {
    FalcoEvent event = FalcoEvent.of("execve").with("proc.cmdline", "a".repeat(1_000_000));
    assertEquals(false, Evaluator.of("proc.cmdline glob '*a*a*a*b'").orThrow().matches(event));
    assertEquals(false, Evaluator.of("proc.cmdline regex '(a|a)*b'").orThrow().matches(event));
    assertEquals(false, Evaluator.of("proc.cmdline contains b").orThrow().matches(event));
  }

  @Test
  void takesListsThatNameEachOther() {
    Map<String, List<String>> lists =
        Map.of("a", List.of("b", "a"), "b", List.of("a", "b"), "", List.of("x"));
    FalcoEvent event = FalcoEvent.of("execve").with("proc.name", "a");
    assertEquals(
        true, Evaluator.of("proc.name in (a, b)", Map.of(), lists).orThrow().matches(event));
  }
}
