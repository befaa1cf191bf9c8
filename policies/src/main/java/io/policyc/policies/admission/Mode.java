package io.policyc.policies.admission;

import io.policyc.compiler.Settings;
import java.util.Locale;

/// What a finding of a check does, the strictest first.
public enum Mode {
  /// The object is refused.
  ENFORCE,
  /// The object is accepted, and whoever sends it is warned.
  WARN,
  /// The object is accepted, and it is written down.
  AUDIT;

  /// The mode of a setting.
  static Mode of(Settings.Mode setting) {
    return switch (setting) {
      case ENFORCE -> ENFORCE;
      case WARN -> WARN;
      case AUDIT -> AUDIT;
    };
  }

  /// `enforce`, `warn` or `audit`, as settings and labels spell it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The milder of two.
  Mode milder(Mode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
