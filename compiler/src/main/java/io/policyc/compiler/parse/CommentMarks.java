package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.grammar.PolicyLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Comments of other languages: `//`, `--` and `/* … */`.
final class CommentMarks {
  private CommentMarks() {}

  /// @param first whether a sentence or an item begins with the token
  static boolean is(Token token, boolean first) {
    return switch (token.getType()) {
      case PolicyLexer.PATH -> isSlashes(token.getText(), first);
      case PolicyLexer.WORD -> first && token.getText().startsWith("--");
      default -> false;
    };
  }

  private static boolean isSlashes(String path, boolean first) {
    return path.equals("//") || (first && (path.startsWith("//") || path.startsWith("/*")));
  }

  /// Takes the `#` off a word that it touches, with the comment that it begins.
  static Token detach(Token token, Lookahead in, Report report, WordChecks checks) {
    int end = token.getStopIndex();
    boolean touches =
        token.getType() == PolicyLexer.WORD
            && end > token.getStartIndex()
            && report.source().text().charAt(end) == '#';
    if (!touches) {
      return token;
    }
    checks.touching(end);
    skipLine(in);
    String text = report.source().text().substring(token.getStartIndex(), end);
    CommonToken word = new CommonToken(PolicyLexer.WORD, text);
    word.setStartIndex(token.getStartIndex());
    word.setStopIndex(end - 1);
    return word;
  }

  /// Skips the comment, and says how one is written.
  static void skip(Token token, Lookahead in, Report report) {
    String mark = token.getText().substring(0, 2);
    int start = token.getStartIndex();
    Finding finding =
        Code.PC0130
            .at(report.span(start, start + 2), "a comment begins with `#`, not with `" + mark + "`")
            .withHelp("write `#` before the comment");
    boolean block = mark.equals("/*");
    report.add(block ? finding : finding.withFix(report.span(start, start + 2), "#"));
    if (block && !token.getText().endsWith("*/")) {
      skipBlock(in);
    } else if (!block) {
      skipLine(in);
    }
  }

  private static void skipLine(Lookahead in) {
    for (List<Token> line = in.line(); !line.isEmpty(); line = in.line()) {
      line.forEach(token -> in.next());
    }
  }

  private static void skipBlock(Lookahead in) {
    Token token = in.peek();
    while (token.getType() != Token.EOF && !token.getText().endsWith("*/")) {
      in.next();
      token = in.peek();
    }
    if (token.getType() != Token.EOF) {
      in.next();
    }
  }
}
