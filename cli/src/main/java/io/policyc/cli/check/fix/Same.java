package io.policyc.cli.check.fix;

import io.policyc.manifests.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a value became what it was to become, and nothing else: what it is, wherever it stands.
final class Same {
  private Same() {}

  /// Whether two values are equal, wherever they stand.
  static boolean as(Value before, Value after) {
    return grown(before, new Growth(), after);
  }

  /// Whether a value has what was to be added, and is as before otherwise.
  static boolean grown(Value before, Growth growth, Value after) {
    return switch (before) {
      case Value.Null _ -> isNothing(growth) ? after instanceof Value.Null : isNew(growth, after);
      case Value.Mapping map ->
          growth.value().isEmpty()
              && after instanceof Value.Mapping other
              && fields(map, growth, other);
      case Value.Sequence(var items, _) ->
          after instanceof Value.Sequence(var others, _) && items(items, growth, others);
      case Value.Text(var text, _) ->
          isNothing(growth) && after instanceof Value.Text(var other, _) && text.equals(other);
      case Value.Numeric(var number, _) ->
          isNothing(growth)
              && after instanceof Value.Numeric(var other, _)
              && number.compareTo(other) == 0;
      case Value.Bool(var is, _) ->
          isNothing(growth) && after instanceof Value.Bool(var other, _) && is == other;
    };
  }

  private static boolean isNothing(Growth growth) {
    return growth.value().isEmpty() && growth.below().isEmpty();
  }

  private static Growth below(Growth growth, Object step) {
    return Optional.ofNullable(growth.below().get(step)).orElseGet(Growth::new);
  }

  private static boolean fields(Value.Mapping before, Growth growth, Value.Mapping after) {
    int added = 0;
    for (Map.Entry<Object, Growth> one : growth.below().entrySet()) {
      String name = one.getKey().toString();
      if (before.field(name).isEmpty()) {
        added++;
        if (after.field(name).filter(f -> isNew(one.getValue(), f.value())).isEmpty()) {
          return false;
        }
      }
    }
    return after.fields().size() == before.fields().size() + added
        && before.fields().stream()
            .allMatch(
                field ->
                    after
                        .field(field.name())
                        .filter(f -> grown(field.value(), below(growth, field.name()), f.value()))
                        .isPresent());
  }

  private static boolean items(List<Value> before, Growth growth, List<Value> after) {
    boolean more = growth.value().isPresent();
    if (after.size() != before.size() + (more ? 1 : 0)) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!grown(before.get(i), below(growth, i), after.get(i))) {
        return false;
      }
    }
    return !more
        || (growth.value().get() instanceof Added.Item(var item) && isText(item, after.getLast()));
  }

  private static boolean isText(String text, Value value) {
    return value instanceof Value.Text(var is, _) && is.equals(text);
  }

  // A value that was not there.
  private static boolean isNew(Growth growth, Value after) {
    if (growth.value().isPresent()) {
      return switch (growth.value().get()) {
        case Added.Flag(var flag) -> after instanceof Value.Bool(var is, _) && is == flag;
        case Added.Text(var text) -> isText(text, after);
        case Added.Item(var item) ->
            after instanceof Value.Sequence(var items, _)
                && items.size() == 1
                && isText(item, items.getFirst());
      };
    }
    return after instanceof Value.Mapping map
        && map.fields().size() == growth.below().size()
        && growth.below().entrySet().stream()
            .allMatch(
                one ->
                    map.field(one.getKey().toString())
                        .filter(field -> isNew(one.getValue(), field.value()))
                        .isPresent());
  }
}
