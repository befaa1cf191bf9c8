package io.policyc.compiler.parse;

import io.policyc.grammar.PolicyLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// The lexer's tokens, with a view of the line that comes next.
final class Lookahead {
  /// Enough of a line to tell whether a sentence begins there.
  private static final int VIEW = 64;

  private final PolicyLexer lexer;
  private final Deque<Token> seen = new ArrayDeque<>();

  Lookahead(PolicyLexer lexer) {
    this.lexer = lexer;
  }

  Token next() {
    return seen.isEmpty() ? lexer.nextToken() : seen.removeFirst();
  }

  Token peek() {
    if (seen.isEmpty()) {
      seen.add(lexer.nextToken());
    }
    return seen.getFirst();
  }

  /// The first tokens of what remains of this line, comments not counted.
  List<Token> line() {
    List<Token> line = new ArrayList<>();
    for (Token token : seen) {
      if (ends(token) || line.size() == VIEW) {
        return line;
      }
      line.add(token);
    }
    while (line.size() < VIEW) {
      Token token = lexer.nextToken();
      seen.addLast(token);
      if (ends(token)) {
        return line;
      }
      line.add(token);
    }
    return line;
  }

  private static boolean ends(Token token) {
    return token.getType() == Token.EOF
        || token.getType() == PolicyLexer.NEWLINE
        || token.getType() == PolicyLexer.COMMENT;
  }
}
