package io.policyc.compiler.parse;

/// What stands in a sentence, in users' words.
final class Found {
  private Found() {}

  static String of(Lexeme lexeme) {
    return switch (lexeme.kind()) {
      case WORD -> Quote.of(lexeme.text());
      case TEXT -> "the text " + Quote.of("\"" + lexeme.text() + "\"");
      case EXPRESSION -> "an expression";
      case COMMA, COLON, OPEN_BRACE, CLOSE_BRACE, OPEN_PAREN, CLOSE_PAREN ->
          Quote.of(lexeme.text());
      case SEPARATOR -> lexeme.text().equals(";") ? "`;`" : "the end of the line";
      case END -> "the end of the sentence";
    };
  }
}
