package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Span;
import io.policyc.grammar.PolicyLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Texts in quotes of another kind: `'so'`, and the curved ones of word processors.
final class Apostrophes {
  private static final String OPENING = "'‘’“”„«`";
  private static final String CLOSING = "'’‘”“»`";

  private Apostrophes() {}

  /// The text that begins with a token, or the token where none does.
  static Token join(Token token, Lookahead in, Report report) {
    char first = report.source().text().charAt(token.getStartIndex());
    if (token.getType() != PolicyLexer.WORD || OPENING.indexOf(first) < 0) {
      return token;
    }
    List<Token> line = in.line();
    int last = closes(token, true) ? 0 : lastOf(line);
    if (last < 0) {
      return token;
    }
    int end = (last == 0 ? token : line.get(last - 1)).getStopIndex();
    for (int i = 0; i < last; i++) {
      in.next();
    }
    return text(token, end, report);
  }

  // How many of the tokens belong to the text; -1 where it is not closed.
  private static int lastOf(List<Token> line) {
    for (int i = 0; i < line.size(); i++) {
      if (closes(line.get(i), false)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean closes(Token token, boolean opening) {
    String text = token.getText();
    boolean word = token.getType() == PolicyLexer.WORD || token.getType() == PolicyLexer.PATH;
    return word
        && text.length() > (opening ? 1 : 0)
        && CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static Token text(Token first, int end, Report report) {
    int start = first.getStartIndex();
    String inside = report.source().text().substring(start + 1, end);
    Span span = report.span(start, end + 1);
    String meant = "\"" + inside.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    report.add(
        Code.PC0131
            .at(span, "a text stands between `\"`")
            .withHelp("write " + Quote.of(meant))
            .withFix(span, meant));
    CommonToken text = new CommonToken(PolicyLexer.TEXT, meant);
    text.setStartIndex(start);
    text.setStopIndex(end);
    return text;
  }
}
