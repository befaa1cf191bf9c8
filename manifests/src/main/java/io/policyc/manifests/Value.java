package io.policyc.manifests;

import io.policyc.findings.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value as an API server takes it, and where it stands.
///
/// Objects and lists are equal only when they are the same, as their [io.policyc.findings.Source]
/// is: comparing or printing what they hold would follow them as deep as somebody nested them.
public sealed interface Value {
  /// Where the value stands; for a value that came by an alias, where it was written first.
  Span span();

  /// What messages call a value of this kind: `a string`, `a number`.
  String kind();

  /// `{name: web}`: names in the order in which they stand, each once.
  final class Mapping implements Value {
    // Looking through a few fields costs less than a table does, in time and in room.
    private static final int FEW = 8;

    private final List<Field> fields;
    private final Map<String, Field> byName;
    private final Span span;

    /// @throws IllegalArgumentException for a name that stands twice: which one counts is the
    ///   reader's decision
    public Mapping(List<Field> fields, Span span) {
      this.fields = List.copyOf(fields);
      this.byName = fields.size() > FEW ? HashMap.newHashMap(fields.size()) : Map.of();
      this.span = span;
      for (int i = 0; i < this.fields.size(); i++) {
        refuseTwice(i);
      }
    }

    private void refuseTwice(int at) {
      Field field = fields.get(at);
      boolean twice =
          fields.size() > FEW
              ? byName.put(field.name(), field) != null
              : find(field.name(), at).isPresent();
      if (twice) {
        throw new IllegalArgumentException("twice: " + field.name());
      }
    }

    private Optional<Field> find(String name, int before) {
      for (int i = 0; i < before; i++) {
        if (fields.get(i).name().equals(name)) {
          return Optional.of(fields.get(i));
        }
      }
      return Optional.empty();
    }

    /// The fields, in the order in which they stand.
    public List<Field> fields() {
      return fields;
    }

    /// The same mapping with another value of a field, which stands where the value does.
    public Mapping with(String name, Value value) {
      Map<String, Field> changed = LinkedHashMap.newLinkedHashMap(fields.size() + 1);
      fields.forEach(field -> changed.put(field.name(), field));
      changed.put(name, new Field(name, value.span(), value));
      return new Mapping(List.copyOf(changed.values()), span);
    }

    /// A field by its name, which is case-sensitive as everywhere in Kubernetes; a field that is
    /// `null` is here too.
    public Optional<Field> field(String name) {
      return fields.size() > FEW
          ? Optional.ofNullable(byName.get(name))
          : find(name, fields.size());
    }

    @Override
    public Span span() {
      return span;
    }

    @Override
    public String kind() {
      return "an object";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return Objects.hash(span.start(), span.end());
    }

    @Override
    public String toString() {
      return kind() + " at " + span;
    }
  }

  /// A field of a mapping.
  ///
  /// @param at where its name stands
  record Field(String name, Span at, Value value) {}

  /// `[a, b]`
  record Sequence(List<Value> items, Span span) implements Value {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return Objects.hash(span.start(), span.end());
    }

    @Override
    public String toString() {
      return kind() + " at " + span;
    }
  }

  /// `web`, `"yes"`, `2026-01-01`
  record Text(String text, Span span) implements Value {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /// `8080`, `0x10`, `1.5`: exact, so that a port of 2^53 + 1 is no other port.
  record Numeric(BigDecimal number, Span span) implements Value {
    /// The number where it is whole and a 64-bit one: `1.0` and `1e3` are whole.
    public Optional<Long> whole() {
      // Compared before it is expanded: 1e999999999 has few digits and a huge value.
      if (number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE).add(BigDecimal.ONE)) > 0) {
        return Optional.empty();
      }
      try {
        return Optional.of(number.longValueExact());
      } catch (ArithmeticException e) {
        return Optional.empty();
      }
    }

    @Override
    public String kind() {
      return "a number";
    }
  }

  /// `true`, `yes`, `on`
  record Bool(boolean value, Span span) implements Value {
    @Override
    public String kind() {
      return "a boolean";
    }
  }

  /// `null`, `~`, or nothing at all: the same as an absent field.
  record Null(Span span) implements Value {
    @Override
    public String kind() {
      return "null";
    }
  }
}
