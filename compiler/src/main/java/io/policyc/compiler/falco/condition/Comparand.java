package io.policyc.compiler.falco.condition;

import java.util.List;
import java.util.Locale;

/// What a comparison compares with.
public sealed interface Comparand {
  /// Where it begins, as in [Condition#at].
  int at();

  /// A constant: `bash`, `"a b"`, `443`.
  ///
  /// @param text without quotes and escapes
  /// @param quoted whether it stands in quotes
  record Text(String text, boolean quoted, int at) implements Comparand {
    /// A constant that stands nowhere yet.
    public static Text of(String text) {
      return new Text(text, false, 0);
    }
  }

  /// `(bash, sh)`, or after a modifier `anyof (bash, sh)`.
  ///
  /// @param items the names of lists among them, as written
  record Items(Modifier modifier, List<Text> items, int at) implements Comparand {
    public Items {
      items = List.copyOf(items);
    }

    /// A plain list that stands nowhere yet.
    public static Items of(List<String> items) {
      return new Items(Modifier.NONE, items.stream().map(Text::of).toList(), 0);
    }
  }

  /// `shell_binaries` without parentheses after `in`, `intersects` or `pmatch`.
  record ListName(String name, int at) implements Comparand {}

  /// `val(proc.pname)`, or a transformer on the right-hand side.
  record Value(Operand operand, int at) implements Comparand {}

  /// How a list counts after an operator for one value.
  enum Modifier {
    /// No modifier: the list belongs to `in`, `intersects` or `pmatch`.
    NONE,
    /// Exactly one of them.
    ONEOF,
    /// At least one of them.
    ANYOF,
    /// All of them.
    ALLOF;

    /// How a condition writes it.
    public String text() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
  }
}
