package io.policyc.cli.check.fix;

import io.policyc.manifests.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a value became what it was to become, and nothing else: what it is, wherever it stands.
final class Same {
  private static final Growth NOTHING = new Growth();

  // A stack of our own: values may be nested deeper than a thread's stack goes.
  private final Deque<Pair> open = new ArrayDeque<>();

  private Same() {}

  /// Values that are to be the same but for what is added.
  private record Pair(Value before, Growth growth, Value after) {}

  /// Whether a value has what was to be added, and is as before otherwise.
  static boolean grown(Value before, Growth growth, Value after) {
    Same same = new Same();
    same.open.push(new Pair(before, growth, after));
    while (!same.open.isEmpty()) {
      if (!same.holds(same.open.pop())) {
        return false;
      }
    }
    return true;
  }

  // What lies below is left open.
  private boolean holds(Pair pair) {
    Growth growth = pair.growth();
    Value after = pair.after();
    return switch (pair.before()) {
      case Value.Null _ -> growth.isNothing() ? after instanceof Value.Null : isNew(growth, after);
      case Value.Mapping map ->
          growth.value().isEmpty()
              && after instanceof Value.Mapping other
              && fields(map, growth, other);
      case Value.Sequence(var items, _) ->
          after instanceof Value.Sequence(var others, _) && items(items, growth, others);
      case Value.Text(var text, _) -> growth.isNothing() && isText(text, after);
      case Value.Numeric(var number, _) ->
          growth.isNothing()
              && after instanceof Value.Numeric(var other, _)
              && number.compareTo(other) == 0;
      case Value.Bool(var is, _) ->
          growth.isNothing() && after instanceof Value.Bool(var other, _) && is == other;
    };
  }

  private static Growth below(Growth growth, Object step) {
    return Optional.ofNullable(growth.below().get(step)).orElse(NOTHING);
  }

  private boolean fields(Value.Mapping before, Growth growth, Value.Mapping after) {
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
        && before.fields().stream().allMatch(field -> field(field, growth, after));
  }

  private boolean field(Value.Field before, Growth growth, Value.Mapping after) {
    Optional<Value.Field> now = after.field(before.name());
    now.ifPresent(
        field -> open.push(new Pair(before.value(), below(growth, before.name()), field.value())));
    return now.isPresent();
  }

  private boolean items(List<Value> before, Growth growth, List<Value> after) {
    boolean more = growth.value().isPresent();
    if (after.size() != before.size() + (more ? 1 : 0)) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      open.push(new Pair(before.get(i), below(growth, i), after.get(i)));
    }
    return !more
        || (growth.value().get() instanceof Added.Item(var item) && isText(item, after.getLast()));
  }

  private static boolean isText(String text, Value value) {
    return value instanceof Value.Text(var is, _) && is.equals(text);
  }

  // A value that was not there, which is no deeper than what is added.
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
        && growth.below().entrySet().stream().allMatch(one -> isNew(one, map));
  }

  private static boolean isNew(Map.Entry<Object, Growth> one, Value.Mapping after) {
    return after
        .field(one.getKey().toString())
        .filter(field -> isNew(one.getValue(), field.value()))
        .isPresent();
  }
}
