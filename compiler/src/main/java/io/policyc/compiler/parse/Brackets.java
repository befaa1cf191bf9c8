package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.grammar.PolicyLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;

/// The braces and parentheses that are open.
final class Brackets {
  private record Open(Token token, boolean annotation) {
    boolean brace() {
      return token.getType() == PolicyLexer.OPEN_BRACE;
    }

    int closer() {
      return brace() ? PolicyLexer.CLOSE_BRACE : PolicyLexer.CLOSE_PAREN;
    }
  }

  private final Report report;
  private final WordChecks checks;
  private final Deque<Open> open = new ArrayDeque<>();

  Brackets(Report report, WordChecks checks) {
    this.report = report;
    this.checks = checks;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  int depth() {
    return open.size();
  }

  /// Whether lines end items here.
  boolean inBlock() {
    return !open.isEmpty() && open.getFirst().brace();
  }

  /// Whether these are the parentheses of an annotation.
  boolean inAnnotation() {
    return !open.isEmpty() && open.getFirst().annotation();
  }

  void open(Token token, boolean annotation) {
    open.addFirst(new Open(token, annotation));
  }

  /// The type that closes the innermost bracket, which is then closed.
  int pop() {
    return open.removeFirst().closer();
  }

  /// Closes a bracket, and with a brace the parentheses that were left open in it.
  ///
  /// @param put takes the tokens that were forgotten
  /// @return false where nothing is open that the token closes
  boolean close(Token token, Consumer<Token> put) {
    if (open.isEmpty()) {
      return false;
    }
    boolean outer = open.stream().skip(1).anyMatch(o -> o.closer() == token.getType());
    if (open.getFirst().closer() != token.getType() && outer && !open.getFirst().brace()) {
      checks.damage(unclosed());
      put.accept(LaidOut.synthetic(pop(), token.getStartIndex()));
    }
    if (open.getFirst().closer() != token.getType()) {
      return false;
    }
    pop();
    return true;
  }

  /// Closes what a text swallowed the ends of, which is not closed or a comment by mistake.
  ///
  /// @param at where the brackets are closed instead
  void closeSwallowed(String swallowed, int at, Consumer<Token> put) {
    int inside = 0;
    for (int i = 0; i < swallowed.length() && !open.isEmpty(); i++) {
      char c = swallowed.charAt(i);
      char closer = open.getFirst().brace() ? '}' : ')';
      if (c == '{' || c == '(') {
        inside++;
      } else if (inside > 0 && (c == '}' || c == ')')) {
        inside--;
      } else if (c == closer) {
        put.accept(LaidOut.synthetic(pop(), at));
      }
    }
  }

  /// That the innermost bracket is not closed.
  Finding unclosed() {
    Open innermost = open.getFirst();
    int start = innermost.token().getStartIndex();
    String closer = innermost.brace() ? "}" : ")";
    return Code.PC0105
        .at(
            report.span(start, start + 1),
            "this `" + innermost.token().getText() + "` is not closed")
        .withHelp("add a `" + closer + "`");
  }
}
