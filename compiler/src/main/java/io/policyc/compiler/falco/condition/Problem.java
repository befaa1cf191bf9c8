package io.policyc.compiler.falco.condition;

import java.util.Optional;

/// What is wrong with the text of a condition.
///
/// @param at the offset in the text, in UTF-16 units
/// @param length how many characters are in error, possibly none
/// @param message as in a finding
/// @param help as in a finding
public record Problem(int at, int length, String message, Optional<String> help) {
  /// A problem without advice.
  public static Problem of(int at, int length, String message) {
    return new Problem(at, length, message, Optional.empty());
  }

  /// The same problem with advice.
  public Problem withHelp(String advice) {
    return new Problem(at, length, message, Optional.of(advice));
  }
}
