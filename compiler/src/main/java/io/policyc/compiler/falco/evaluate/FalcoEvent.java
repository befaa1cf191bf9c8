package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Operand;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An event as conditions see it: the fields that have a value.
///
/// A field stands under its name, with its argument in brackets: `proc.aname[2]`,
/// `k8s.pod.label[app]`. What isn't there has no value. The fields that only conditions can name
/// (`fd.snet`, `fd.ip`, `fd.port` …) follow from `fd.sip`, `fd.cip`, `fd.sport` and so on.
public final class FalcoEvent {
  private final Map<String, Value> values;

  private FalcoEvent(Map<String, Value> values) {
    this.values = values;
  }

  /// An event of a type, such as `execve`, without other fields.
  public static FalcoEvent of(String type) {
    return of(Map.of("evt.type", new Value.Text(type)));
  }

  /// An event with these fields.
  public static FalcoEvent of(Map<String, Value> values) {
    return new FalcoEvent(Collections.unmodifiableMap(new TreeMap<>(values)));
  }

  /// The event with a text.
  public FalcoEvent with(String field, String text) {
    return with(field, new Value.Text(text));
  }

  /// The event with a number.
  public FalcoEvent with(String field, long number) {
    return with(field, new Value.Whole(number));
  }

  /// The event with a truth.
  public FalcoEvent with(String field, boolean holds) {
    return with(field, new Value.Truth(holds));
  }

  /// The event with several values.
  public FalcoEvent with(String field, List<String> items) {
    return with(field, new Value.Many(items));
  }

  /// The event with a value.
  public FalcoEvent with(String field, Value value) {
    Map<String, Value> changed = new TreeMap<>(values);
    changed.put(field, value);
    return new FalcoEvent(Collections.unmodifiableMap(changed));
  }

  /// The event with the fields of another one, which win.
  public FalcoEvent with(FalcoEvent other) {
    Map<String, Value> changed = new TreeMap<>(values);
    changed.putAll(other.values);
    return new FalcoEvent(Collections.unmodifiableMap(changed));
  }

  /// The event without a field.
  public FalcoEvent without(String field) {
    Map<String, Value> changed = new TreeMap<>(values);
    changed.remove(field);
    return new FalcoEvent(Collections.unmodifiableMap(changed));
  }

  /// The fields with their values, sorted by name.
  public Map<String, Value> values() {
    return values;
  }

  /// A field's value, if it has one.
  public Optional<Value> value(String field) {
    return Optional.ofNullable(values.get(field));
  }

  /// A field's value, if it has one.
  Optional<Value> value(Operand.Field field) {
    return value(field.name() + field.argument().map(a -> "[" + a + "]").orElse(""));
  }

  /// `{evt.type=execve, proc.name=sh}`
  @Override
  public String toString() {
    return values.toString();
  }
}
