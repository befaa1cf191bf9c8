package io.policyc.compiler.regex;

import java.util.List;

/// An expression as RE2's parser leaves it: adjacent literals joined, groups that capture nothing
/// dissolved, and common beginnings of alternatives taken out in front.
///
/// The language of a node is what a reader of RE2's syntax expects. Its shape is RE2's own, since
/// the size of the program depends on it.
public sealed interface RegexNode {
  /// No upper bound of a repeat.
  int UNBOUNDED = -1;

  /// Matches the empty text: `()`.
  record Empty() implements RegexNode {}

  /// Matches nothing: `[^\s\S]`.
  record Never() implements RegexNode {}

  /// `abc`.
  ///
  /// @param text at least one code point
  /// @param anyCase whether ASCII letters match in both cases; the text is then in lower case
  record Literal(String text, boolean anyCase) implements RegexNode {
    public Literal {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("an empty literal");
      }
    }

    boolean single() {
      return text.length() == Character.charCount(text.codePointAt(0));
    }
  }

  /// `[a-z]`, and `.`, which leaves out the line feed unless `(?s)` is on.
  record CharClass(CharSet set) implements RegexNode {}

  /// `.` under `(?s)`.
  record AnyChar() implements RegexNode {}

  /// `ab*c`: one after the other.
  record Concat(List<RegexNode> parts) implements RegexNode {
    public Concat {
      parts = List.copyOf(parts);
    }
  }

  /// `a|b`.
  record Alternation(List<RegexNode> choices) implements RegexNode {
    public Alternation {
      choices = List.copyOf(choices);
    }
  }

  /// `a*`, `a+`, `a?`, `a{2,5}`.
  ///
  /// @param of what repeats
  /// @param min 0 to 1000
  /// @param max at least `min`, at most 1000, or [#UNBOUNDED]
  /// @param greedy whether it prefers more to fewer; no matter where the whole text must match
  /// @param counted whether it is written in braces
  /// @param under the flags in force, without `U`
  record Repeat(RegexNode of, int min, int max, boolean greedy, boolean counted, Flags under)
      implements RegexNode {
    /// `a*`, `a+` and `a?` are the same operator.
    boolean sameOperator(Repeat other) {
      return !counted && !other.counted && min == other.min && max == other.max;
    }

    boolean sameFlags(Repeat other) {
      return greedy == other.greedy && under.equals(other.under);
    }
  }

  /// `(a)`, `(?P<name>a)`.
  ///
  /// @param index 1 or more
  /// @param of what is captured
  record Group(int index, RegexNode of) implements RegexNode {}

  /// A place between characters.
  record Assertion(Place place) implements RegexNode {}

  /// What an assertion asks of its place.
  enum Place {
    /// `^` under `(?m)`.
    BEGIN_LINE,
    /// `$` under `(?m)`.
    END_LINE,
    /// `\A`, and `^` by default.
    BEGIN_TEXT,
    /// `\z`.
    END_TEXT,
    /// `$` by default: the end of the text, too, but RE2 keeps the two apart.
    DOLLAR,
    /// `\b`.
    WORD,
    /// `\B`.
    NOT_WORD
  }

  /// Flags that RE2 remembers of a repeat.
  ///
  /// @param ignoreCase `i`
  /// @param multiLine `m`
  /// @param dotAll `s`
  record Flags(boolean ignoreCase, boolean multiLine, boolean dotAll) {
    /// None set.
    public static final Flags NONE = new Flags(false, false, false);
  }
}
