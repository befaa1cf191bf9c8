package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import java.util.Optional;

/// What is wrong with one comparison.
///
/// @param code how serious it is, and what explains it
/// @param at the offset in the condition's text
/// @param length how many characters are in error, or 0
/// @param message as in a finding
/// @param help as in a finding
/// @param kind what Falco does about it
public record Trouble(
    Code code, int at, int length, String message, Optional<String> help, Kind kind) {
  /// What Falco does.
  public enum Kind {
    /// It refuses the file.
    REFUSED,
    /// It refuses the file, or skips the rule if that has `skip-if-unknown-filter`.
    UNKNOWN,
    /// It loads the file with a warning.
    WARNING,
    /// It ends while it loads the file.
    KILLS,
    /// It ends after it has compiled the rule, if that compiles.
    KILLS_SEARCH,
    /// It warns before it compiles the rule that something will be dropped.
    DEPRECATED,
    /// It warns before it compiles the rule that something is unsafe.
    UNSAFE,
    /// It loads the file and ends when an event arrives.
    KILLS_LATER,
    /// It loads the file and says nothing.
    NOTHING
  }

  /// A trouble that Falco refuses.
  static Trouble of(Code code, int at, int length, String message) {
    return new Trouble(code, at, length, message, Optional.empty(), Kind.REFUSED);
  }

  /// The same trouble with advice.
  Trouble withHelp(String advice) {
    return new Trouble(code, at, length, message, Optional.of(advice), kind);
  }

  /// The same trouble, of another kind.
  Trouble as(Kind other) {
    return new Trouble(code, at, length, message, help, other);
  }

  /// Whether Falco compiles no further.
  public boolean stops() {
    return kind == Kind.REFUSED || kind == Kind.UNKNOWN || kind == Kind.KILLS;
  }
}
