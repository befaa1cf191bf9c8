package io.policyc.compiler.falco.check;

import java.util.Locale;
import java.util.Optional;

/// The booleans of yaml-cpp: `true`, `yes`, `on`, `y` and their opposites, in lower case, in upper
/// case, or with a capital.
final class Booleans {
  private Booleans() {}

  static Optional<Boolean> read(String text) {
    if (!regular(text)) {
      return Optional.empty();
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "y" -> Optional.of(true);
      case "false", "no", "off", "n" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static boolean regular(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String upper = text.toUpperCase(Locale.ROOT);
    boolean capital = !text.isEmpty() && text.equals(upper.charAt(0) + lower.substring(1));
    return text.equals(lower) || text.equals(upper) || capital;
  }
}
