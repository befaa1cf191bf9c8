package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The constants of a comparison.
///
/// Fields that compare in a way of their own see no modifier and only the first constant behind it.
/// Of both ends' networks only the first constant of `in` counts; both ends' addresses, the numbers
/// of all ancestors and parameters that are numbers are `in` nothing.
final class Constants {
  private Constants() {}

  /// Whether a value fits the constants; empty where they don't suit the kind or operator.
  static Optional<Predicate<Value>> test(
      Kind kind, Source.Shape shape, Operator operator, Comparand right) {
    return switch (right) {
      case Comparand.Text(var text, _, _) -> Matching.of(kind, operator, List.of(text));
      case Comparand.ListName(var name, _) -> among(kind, shape, operator, List.of(name));
      case Comparand.Items(var modifier, var items, _) -> {
        List<String> all = items.stream().map(Comparand.Text::text).toList();
        yield modifier == Comparand.Modifier.NONE
            ? among(kind, shape, operator, all)
            : each(kind, shape.own() ? all.subList(0, 1) : all, operator)
                .map(tests -> modified(modifier, tests));
      }
      case Comparand.Value ignored -> Optional.empty();
    };
  }

  private static Optional<List<Predicate<Value>>> each(
      Kind kind, List<String> constants, Operator operator) {
    return Matching.all(constants, text -> Matching.of(kind, operator, List.of(text)));
  }

  private static Optional<Predicate<Value>> among(
      Kind kind, Source.Shape shape, Operator operator, List<String> constants) {
    boolean first = shape == Source.Shape.ENDS && kind == Kind.NETWORK && operator == Operator.IN;
    if (first) {
      return Matching.of(kind, operator, constants.subList(0, 1));
    }
    return Matching.of(kind, operator, constants)
        .map(test -> never(kind, shape) ? v -> false : test);
  }

  /// Falco doesn't say how long the value is where it compares on its own, and finds only texts,
  /// which end by themselves. Ports it does measure.
  private static boolean never(Kind kind, Source.Shape shape) {
    return shape.own() && kind != Kind.TEXT && kind != Kind.PORT;
  }

  private static Predicate<Value> modified(
      Comparand.Modifier modifier, List<Predicate<Value>> tests) {
    return switch (modifier) {
      case ONEOF -> value -> tests.stream().filter(t -> t.test(value)).limit(2).count() == 1;
      case ANYOF, NONE -> value -> tests.stream().anyMatch(t -> t.test(value));
      case ALLOF -> value -> !tests.isEmpty() && tests.stream().allMatch(t -> t.test(value));
    };
  }
}
