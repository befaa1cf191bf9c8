package io.policyc.signatures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value of JSON (RFC 8259), as read by [JsonReader].
public sealed interface Json {
  /// An object; no name stands twice.
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /// An array.
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /// A text.
  record Str(String text) implements Json {}

  /// A number, as it was written.
  record Num(String literal) implements Json {}

  /// `true` or `false`.
  record Bool(boolean value) implements Json {}

  /// `null`.
  record Null() implements Json {}

  /// The member of an object; empty where this is no object, the member is missing, or it is
  /// `null`.
  default Optional<Json> get(String name) {
    return this instanceof Obj(var members)
        ? Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Null))
        : Optional.empty();
  }

  /// The items of an array; empty where this is none.
  default Optional<List<Json>> asItems() {
    return this instanceof Arr(var items) ? Optional.of(items) : Optional.empty();
  }

  /// The text; empty where this is none.
  default Optional<String> asText() {
    return this instanceof Str(var text) ? Optional.of(text) : Optional.empty();
  }
}
