package io.policyc.compiler.falco.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The evaluator fires where Falco 0.44.1 fired, on the values that Falco showed.
class FalcoEvalTest {
  private static final Map<String, List<FalcoEvent>> EVENTS = Recording.events();
  private static final List<Recording.Case> CASES = Recording.cases();

  /// What isn't reached: id and reason.
  private static final Map<String, String> UNREACHED =
      Map.of("sys1-none-048", "the values show the ancestors' names as one text");

  static Stream<String> groups() {
    return EVENTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void firesWhereFalcoFired(String group) {
    Map<String, String> wrong = new TreeMap<>();
    for (Recording.Case one : CASES) {
      if (one.group().equals(group) && !UNREACHED.containsKey(one.id())) {
        String fired = fired(one, EVENTS.getOrDefault(group, List.of()));
        if (!fired.equals(one.fired().toString())) {
          wrong.put(one.id(), one.condition() + " fired " + fired + ", not " + one.fired());
        }
      }
    }
    assertEquals("", String.join("\n", wrong.entrySet().stream().map(Object::toString).toList()));
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
    assertEquals(30, EVENTS.size());
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
