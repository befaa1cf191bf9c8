package io.policyc.compiler.regex;

/// Expressions in RE2's syntax, as Envoy and Go's `regexp` both read them.
///
/// What only one of the two accepts is refused, and so is what Envoys of different versions read
/// differently: since 1.40 (`envoy.reloadable_features.re2_use_latin1_mode`) an expression is a
/// sequence of bytes, before it was one of UTF-8, so that anything outside ASCII changes meaning.
public final class Re2 {
  /// Longest expression that is looked at, in characters.
  public static final int MAX_LENGTH = 4096;

  /// Deepest nesting of parentheses. RE2 and Go stop at 1000 levels of syntax tree.
  public static final int MAX_DEPTH = 200;

  /// Largest count of a repeat, and largest product of counts that repeat each other.
  public static final int MAX_REPEAT = 1000;

  private Re2() {}

  /// What came of an expression.
  public sealed interface Result {}

  /// An expression that RE2 and Go accept.
  public record Parsed(RegexNode node) implements Result {}

  /// An expression that is not accepted.
  ///
  /// @param kind why it isn't
  /// @param offset of the character in error
  /// @param reason lower-case, no full stop
  public record Refused(Kind kind, int offset, String reason) implements Result {}

  /// Why an expression is refused.
  public enum Kind {
    /// RE2 or Go refuses it.
    SYNTAX,
    /// Longer or deeper than is looked at.
    TOO_LARGE,
    /// RE2 accepts it, but what it means is not computed here or depends on Envoy's version.
    NOT_ANALYSABLE
  }

  /// Reads an expression.
  ///
  /// @param text any text; more than [#MAX_LENGTH] characters are refused
  public static Result parse(String text) {
    return parse(text, Character.MAX_CODE_POINT);
  }

  /// Reads an expression over characters up to `max`, as RE2 does for bytes (255).
  static Result parse(String text, int max) {
    if (text.length() > MAX_LENGTH) {
      return new Refused(
          Kind.TOO_LARGE, MAX_LENGTH, "an expression has at most " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return new Refused(Kind.NOT_ANALYSABLE, i, NOT_ASCII);
      }
    }
    return new Re2Parser(text, max).parse();
  }

  /// Why nothing outside ASCII is read.
  static final String NOT_ASCII =
      "a character outside ASCII means one thing to some versions of Envoy and another to others";
}
