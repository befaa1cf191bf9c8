package io.policyc.compiler.falco.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where a comparison takes values from.
///
/// @param kind what the values are
/// @param list whether there may be any number of them; otherwise there is one
/// @param values empty where the event has no value
record Source(Kind kind, boolean list, Function<FalcoEvent, Optional<List<Value>>> values) {
  /// The values in an event; empty where there is none.
  Optional<List<Value>> of(FalcoEvent event) {
    return values.apply(event);
  }

  /// The source of values that come out of these.
  Source then(Kind kind, boolean list, Function<List<Value>, Optional<List<Value>>> change) {
    return new Source(kind, list, event -> of(event).flatMap(change));
  }
}
