package io.policyc.compiler.project.toml;

import io.policyc.findings.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a TOML document.
///
/// @see <a href="https://toml.io/en/v1.0.0">TOML 1.0.0</a>
public sealed interface TomlValue {
  /// Where it stands; a table's is its header, or its braces.
  Span span();

  /// `text`, `a whole number`, …, as messages call its type.
  default String kind() {
    return switch (this) {
      case Text _ -> "text";
      case Whole _ -> "a whole number";
      case Real _ -> "a number with a fraction";
      case Truth _ -> "true or false";
      case Moment _ -> "a date or time";
      case Items _ -> "a list";
      case Table _ -> "a table";
    };
  }

  /// `"1.20"`, in any of the four kinds of quotes.
  record Text(String value, Span span) implements TomlValue {}

  /// `6443`, also hexadecimal, octal and binary.
  record Whole(long value, Span span) implements TomlValue {}

  /// `1.5`, `inf`, `nan`
  record Real(double value, Span span) implements TomlValue {}

  /// `true`
  record Truth(boolean value, Span span) implements TomlValue {}

  /// `2026-11-24`, also with a time and an offset, or a time alone.
  ///
  /// @param text as it was written, a valid one
  record Moment(String text, Span span) implements TomlValue {}

  /// `[1, 2]`, or the tables of a `[[name]]`.
  record Items(List<TomlValue> values, Span span) implements TomlValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// `[name]`, `{ a = 1 }`, or what a dotted key opens.
  ///
  /// @param members in the order of the text
  record Table(Map<String, Member> members, Span span) implements TomlValue {
    public Table {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /// A key with its value.
  ///
  /// @param key where the key stands
  record Member(Span key, TomlValue value) {}
}
