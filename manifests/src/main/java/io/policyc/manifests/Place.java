package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A place in an object, with or without a value: `spec.containers[0].image`.
///
/// A place below one that has no value, or a value of another type, has no value either; a value of
/// a wrong type is found by [PodSchema] and by the typed reads of the place itself.
///
/// @param path from the object's root
/// @param value never [Value.Null]: that is the same as none
/// @param span the value's; without one, that of the nearest mapping or list above
public record Place(ObjectPath path, Optional<Value> value, Span span) {
  public Place {
    value = value.filter(found -> !(found instanceof Value.Null));
  }

  /// The root of an object.
  public static Place of(Value value) {
    return new Place(ObjectPath.ROOT, Optional.of(value), value.span());
  }

  /// The place at the end of several steps, `at("spec", "containers", 0)`.
  ///
  /// @param steps names of fields, and positions in lists counted from 0
  public Place at(Object... steps) {
    Place place = this;
    for (Object step : steps) {
      place = step instanceof Integer index ? place.item(index) : place.field(step.toString());
    }
    return place;
  }

  /// A field of the mapping here.
  public Place field(String name) {
    Optional<Value> found =
        value
            .filter(Value.Mapping.class::isInstance)
            .flatMap(here -> ((Value.Mapping) here).field(name))
            .map(Value.Field::value);
    return new Place(path.child(name), found, found.map(Value::span).orElse(span));
  }

  /// An item of the list here.
  public Place item(int index) {
    Optional<Value> found =
        value
            .filter(here -> here instanceof Value.Sequence list && index < list.items().size())
            .map(here -> ((Value.Sequence) here).items().get(index));
    return new Place(path.item(index), found, found.map(Value::span).orElse(span));
  }

  /// Whether there is a value here.
  public boolean isSet() {
    return value.isPresent();
  }

  /// The items of the list here, those that are `null` too; none where there is no list.
  public List<Place> items() {
    List<Place> items = new ArrayList<>();
    if (value.isPresent() && value.get() instanceof Value.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        items.add(item(i));
      }
    }
    return items;
  }

  /// The fields of the mapping here, those that are `null` too; none where there is no mapping.
  public List<Value.Field> fields() {
    return value.isPresent() && value.get() instanceof Value.Mapping map ? map.fields() : List.of();
  }

  /// The value as a string.
  public Read<String> text() {
    return read(
        "a string",
        found -> found instanceof Value.Text(var text, _) ? Optional.of(text) : Optional.empty());
  }

  /// The value as a boolean.
  public Read<Boolean> bool() {
    return read(
        "a boolean",
        found -> found instanceof Value.Bool(var is, Span _) ? Optional.of(is) : Optional.empty());
  }

  /// The value as a whole number of 32 bits.
  public Read<Long> int32() {
    return whole("a whole number of 32 bits", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /// The value as a whole number of 64 bits.
  public Read<Long> int64() {
    return whole("a whole number of 64 bits", Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private Read<Long> whole(String type, long least, long most) {
    return read(
        type,
        found ->
            found instanceof Value.Numeric number
                ? number.whole().filter(n -> n >= least && n <= most)
                : Optional.empty());
  }

  private <T> Read<T> read(String type, java.util.function.Function<Value, Optional<T>> as) {
    if (value.isEmpty()) {
      return new Read.Unset<>();
    }
    Optional<T> read = as.apply(value.get());
    return read.isPresent()
        ? new Read.Is<>(read.get(), span)
        : new Read.Wrong<>(WrongType.at(path, value.get(), type));
  }

  /// A finding about this place as the API server would make it of a wrong type.
  Finding wrong(String type) {
    return WrongType.at(path, value.orElseThrow(), type);
  }
}
