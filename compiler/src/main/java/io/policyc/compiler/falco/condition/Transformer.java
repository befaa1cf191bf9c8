package io.policyc.compiler.falco.condition;

import java.util.Locale;

/// What turns values into another one before a comparison.
public enum Transformer {
  TOLOWER,
  TOUPPER,
  B64,
  BASENAME,
  LEN,
  JOIN,
  CONCAT,
  GETOPT,
  /// `val(field)`: the value of a field where a constant would stand.
  VAL;

  /// How a condition writes it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
