package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// One value against the constants of a comparison.
final class Matching {
  private static final Set<Operator> OF_TRUTHS =
      EnumSet.of(Operator.EQ, Operator.EQ2, Operator.NE, Operator.IN, Operator.INTERSECTS);

  private Matching() {}

  /// Whether a value fits; empty where the constants don't suit the kind.
  ///
  /// @param constants one for the operators that take one value
  static Optional<Predicate<Value>> of(Kind kind, Operator operator, List<String> constants) {
    return switch (kind) {
      case TEXT -> TextMatching.of(operator, constants);
      case BYTES -> ByteMatching.of(operator, constants);
      case TRUTH -> truth(operator, constants);
      case ADDRESS -> AddressMatching.addresses(operator, constants);
      case NETWORK -> AddressMatching.networks(operator, constants);
      case S8, S16, S32, S64, U8, U16, U32, U64, PORT ->
          NumberMatching.of(kind, operator, constants);
      // Falco 0.44.1 reads no constant for numbers with a fraction
      case REAL, DYNAMIC -> Optional.empty();
    };
  }

  private static Optional<Predicate<Value>> truth(Operator operator, List<String> constants) {
    if (!OF_TRUTHS.contains(operator)) {
      return Optional.empty();
    }
    Optional<List<Boolean>> wanted = all(constants, text -> Convert.truth(new Value.Text(text)));
    return wanted.map(
        list -> {
          Predicate<Value> among = v -> Convert.truth(v).filter(list::contains).isPresent();
          return operator == Operator.NE
              ? v -> Convert.truth(v).isPresent() && !among.test(v)
              : among;
        });
  }

  /// All items read, or nothing.
  static <S, T> Optional<List<T>> all(List<S> items, Function<? super S, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    for (S item : items) {
      Optional<T> one = reader.apply(item);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      read.add(one.get());
    }
    return Optional.of(read);
  }
}
