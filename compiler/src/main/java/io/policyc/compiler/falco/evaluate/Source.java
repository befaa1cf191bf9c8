package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Where a comparison takes values from.
///
/// @param kind what the values are
/// @param values at least one where the event has a value, unless it is a list
record Source(Kind kind, Shape shape, Function<FalcoEvent, Optional<List<Value>>> values) {
  /// How many values there are, and for how many a comparison has to hold.
  enum Shape {
    /// One.
    ONE,
    /// Any number: `in` asks for all of them, `intersects` for one.
    LIST,
    /// Both ends of a connection: `!=` asks for both, all else for one.
    ENDS,
    /// The ancestors: everything asks for one, `!=` too.
    ANCESTORS,
    /// The name of an address, which Falco looks up.
    DOMAIN,
    /// A parameter of the event; an empty one has no value.
    RAW;

    /// Whether Falco compares in a way of the field's own.
    boolean own() {
      return this != ONE && this != LIST;
    }
  }

  /// The source of one value.
  static Source one(Kind kind, Function<FalcoEvent, Optional<Value>> value) {
    return new Source(kind, Shape.ONE, event -> value.apply(event).map(List::of));
  }

  /// The values in an event; empty where there is none.
  Optional<List<Value>> of(FalcoEvent event) {
    return values.apply(event);
  }

  /// The source of one value made of these.
  Source then(Kind kind, Function<List<Value>, Value> change) {
    return one(kind, event -> of(event).map(change));
  }

  /// Whether a test holds for as many values as an operator asks for.
  boolean holds(FalcoEvent event, Operator operator, Predicate<Value> test) {
    Optional<List<Value>> found = of(event);
    boolean all =
        switch (shape) {
          case ONE, DOMAIN, RAW -> true;
          case LIST -> operator != Operator.INTERSECTS;
          case ENDS -> operator == Operator.NE;
          case ANCESTORS -> false;
        };
    return found
        .filter(v -> all ? v.stream().allMatch(test) : v.stream().anyMatch(test))
        .isPresent();
  }
}
