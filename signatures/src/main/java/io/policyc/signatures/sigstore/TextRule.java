package io.policyc.signatures.sigstore;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// What a text, such as an identity or an issuer, must be.
public sealed interface TextRule {
  /// Whether a text is as asked for.
  boolean holds(String text);

  /// Just this text.
  record Exactly(String wanted) implements TextRule {
    /// @throws IllegalArgumentException when it is empty
    public Exactly {
      notEmpty(wanted);
    }

    @Override
    public boolean holds(String text) {
      return text.equals(wanted);
    }

    @Override
    public String toString() {
      return wanted;
    }
  }

  /// `*` is any text within one segment between slashes, also none; `**` goes across segments; all
  /// else stands for itself, and the whole text is held against it.
  record Like(String wanted, Pattern pattern) implements TextRule {
    @Override
    public boolean holds(String text) {
      return pattern.matches(text);
    }

    @Override
    public String toString() {
      return wanted;
    }
  }

  /// An expression of RE2, held against the whole text.
  record Matching(String wanted, Pattern pattern) implements TextRule {
    @Override
    public boolean holds(String text) {
      return pattern.matches(text);
    }

    @Override
    public String toString() {
      return "matching " + wanted;
    }
  }

  /// Just this text where it holds no `*`, else a pattern.
  ///
  /// @throws IllegalArgumentException when it is empty
  static TextRule of(String wanted) {
    notEmpty(wanted);
    return wanted.indexOf('*') < 0
        ? new Exactly(wanted)
        : new Like(wanted, Pattern.compile(expression(wanted), Pattern.DOTALL));
  }

  /// An expression of RE2, held against the whole text: cosign's own are looked for anywhere in it,
  /// which lets strangers in.
  ///
  /// @throws IllegalArgumentException when it is empty or no expression
  static TextRule matching(String expression) {
    notEmpty(expression);
    try {
      return new Matching(expression, Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("no regular expression: " + e.getDescription(), e);
    }
  }

  private static void notEmpty(String wanted) {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("an empty text admits what has none");
    }
  }

  private static String expression(String wanted) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < wanted.length(); i++) {
      if (wanted.charAt(i) != '*') {
        out.append(Pattern.quote(wanted.substring(i, i + 1)));
      } else if (i + 1 < wanted.length() && wanted.charAt(i + 1) == '*') {
        out.append(".*");
        i++;
      } else {
        out.append("[^/]*");
      }
    }
    return out.toString();
  }
}
