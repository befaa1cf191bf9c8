package io.policyc.compiler.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.model.LabelRequirement.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Conditions against what they say of an object: one without the label, and one with each value.
final class LabelRequirementTest {
  private static final List<Optional<String>> OBJECTS =
      List.of(Optional.empty(), Optional.of("a"), Optional.of("b"), Optional.of("other"));

  static List<LabelRequirement> all() {
    List<LabelRequirement> all = new ArrayList<>();
    for (List<String> values : List.of(List.of("a"), List.of("b"), List.of("a", "b"))) {
      all.add(new LabelRequirement("k", Operator.IN, values));
      all.add(new LabelRequirement("k", Operator.NOT_IN, values));
    }
    all.add(new LabelRequirement("k", Operator.EXISTS, List.of()));
    all.add(new LabelRequirement("k", Operator.ABSENT, List.of()));
    return all;
  }

  static boolean holds(LabelRequirement label, Optional<String> value) {
    return switch (label.operator()) {
      case IN -> value.map(label.values()::contains).orElse(false);
      case NOT_IN -> !value.map(label.values()::contains).orElse(false);
      case EXISTS -> value.isPresent();
      case ABSENT -> value.isEmpty();
    };
  }

  @ParameterizedTest
  @MethodSource("all")
  void sayWhatFollowsFromThem(LabelRequirement one) {
    for (LabelRequirement other : all()) {
      boolean follows = objects(one).allMatch(value -> holds(other, value));
      boolean meet = objects(one).anyMatch(value -> holds(other, value));
      assertEquals(follows, one.implies(other), () -> one + " " + other);
      assertEquals(meet, one.compatibleWith(other), () -> one + " " + other);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void areNegatedToTheRest(LabelRequirement one) {
    assertEquals(
        OBJECTS.stream().filter(value -> !holds(one, value)).toList(),
        OBJECTS.stream().filter(value -> holds(one.negated(), value)).toList());
  }

  private static Stream<Optional<String>> objects(LabelRequirement label) {
    return OBJECTS.stream().filter(value -> holds(label, value));
  }
}
