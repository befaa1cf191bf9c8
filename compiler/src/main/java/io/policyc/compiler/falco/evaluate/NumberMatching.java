package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A number against constants.
final class NumberMatching {
  private NumberMatching() {}

  /// Whether a number fits; empty where the constants don't suit the kind or operator.
  static Optional<Predicate<Value>> of(Kind kind, Operator operator, List<String> constants) {
    return Matching.all(constants, text -> Numbers.parse(kind, text))
        .flatMap(numbers -> test(kind, operator, numbers))
        .map(test -> value -> Convert.number(kind, value).filter(test).isPresent());
  }

  private static Optional<Predicate<Long>> test(Kind kind, Operator operator, List<Long> numbers) {
    return switch (operator) {
      case IN, INTERSECTS -> {
        Set<Long> set = new HashSet<>(numbers);
        yield Optional.of(set::contains);
      }
      case EQ, EQ2, NE, LT, LE, GT, GE -> {
        long wanted = numbers.getFirst();
        yield Optional.of(number -> holds(operator, compare(kind, number, wanted)));
      }
      case CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> Optional.empty();
      case GLOB, IGLOB, REGEX, PMATCH -> Optional.empty();
    };
  }

  private static int compare(Kind kind, long one, long other) {
    return kind.signed() ? Long.compare(one, other) : Long.compareUnsigned(one, other);
  }

  private static boolean holds(Operator operator, int order) {
    return switch (operator) {
      case EQ, EQ2 -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> false;
      case GLOB, IGLOB, REGEX, IN, INTERSECTS, PMATCH -> false;
    };
  }
}
