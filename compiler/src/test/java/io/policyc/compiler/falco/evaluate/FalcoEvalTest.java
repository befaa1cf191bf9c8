package io.policyc.compiler.falco.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.compiler.falco.scenario.Recording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The evaluator fires where Falco 0.44.1 fired, on the values that Falco showed.
class FalcoEvalTest {
  private static final List<Recording.Case> CASES = Recording.cases();

  static Stream<Recording.Scenario> scenarios() {
    return Recording.scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void firesWhereFalcoFired(Recording.Scenario scenario) {
    List<FalcoEvent> events = scenario.events();
    String wrong =
        CASES.stream()
            .filter(one -> one.group().equals(scenario.id()))
            .filter(one -> !fired(one, events).equals(one.fired().toString()))
            .map(one -> one + " fired " + fired(one, events))
            .collect(Collectors.joining("\n"));
    assertEquals("", wrong);
  }

  private static String fired(Recording.Case one, List<FalcoEvent> events) {
    return switch (Evaluator.of(one.condition(), one.macros(), one.lists())) {
      case Refusal refusal -> refusal.toString();
      case Evaluator evaluator ->
          IntStream.range(0, events.size())
              .filter(i -> evaluator.matches(events.get(i)))
              .boxed()
              .toList()
              .toString();
    };
  }

  @Test
  void knowsEveryCase() {
    assertEquals(1914, CASES.size());
    assertEquals(30, Recording.scenarios().size());
  }

  static Stream<String> deadly() {
    return Recording.deadly().stream();
  }

  @ParameterizedTest
  @MethodSource("deadly")
  void refusesWhatKillsFalco(String condition) {
    assertInstanceOf(Refusal.class, Evaluator.of(condition));
  }
}
