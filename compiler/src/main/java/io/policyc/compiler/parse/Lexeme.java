package io.policyc.compiler.parse;

/// One token of a sentence, free of ANTLR's types.
///
/// @param text what it says: of a text without quotes and escapes, of an expression without `re`
///   and quotes
/// @param start where it stands in the source, quotes included
/// @param end after its last character
record Lexeme(Kind kind, String text, int start, int end) {
  /// What a lexeme is.
  enum Kind {
    WORD,
    TEXT,
    EXPRESSION,
    COMMA,
    COLON,
    /// A new line or `;` between braces.
    SEPARATOR,
    OPEN_BRACE,
    CLOSE_BRACE,
    OPEN_PAREN,
    CLOSE_PAREN,
    /// After the last lexeme of a sentence.
    END
  }

  /// Whether it is this word, not in quotes.
  boolean is(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /// Whether it is a word or a text: what a name or a value can be.
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.TEXT;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean quoted() {
    return kind == Kind.TEXT || kind == Kind.EXPRESSION;
  }

  Lexeme withText(String changed) {
    return new Lexeme(kind, changed, start, end);
  }
}
