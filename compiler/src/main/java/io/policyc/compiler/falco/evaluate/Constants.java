package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The constants of a comparison.
final class Constants {
  private Constants() {}

  /// Whether a value fits the constants; empty where they don't suit the kind or operator.
  static Optional<Predicate<Value>> test(
      Kind kind, Operator operator, Comparand right, Lists lists) {
    return switch (right) {
      case Comparand.Text(var text, _, _) -> Matching.of(kind, operator, List.of(text));
      case Comparand.ListName(var name, _) ->
          Matching.of(kind, operator, lists.expand(List.of(name)));
      case Comparand.Items(var modifier, var items, _) -> {
        List<String> all = lists.expand(items.stream().map(Comparand.Text::text).toList());
        yield modifier == Comparand.Modifier.NONE
            ? Matching.of(kind, operator, all)
            : Matching.all(all, text -> Matching.of(kind, operator, List.of(text)))
                .map(tests -> modified(modifier, tests));
      }
      case Comparand.Value ignored -> Optional.empty();
    };
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
