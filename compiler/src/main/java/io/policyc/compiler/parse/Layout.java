package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.findings.Finding;
import io.policyc.grammar.PolicyLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Makes sentences of lines: ends each, carries on where one goes on, and closes what was left
/// open.
///
/// What comes out always fits the grammar, whatever went in, so ANTLR never has to repair tokens;
/// what did not fit is in the report. Comments and new lines are gone from it.
final class Layout {
  private final Report report;
  private final Lookahead in;
  private final WordChecks checks;
  private final Brackets brackets;
  private final LaidOut out = new LaidOut();
  private final List<PolicyFile.Comment> comments = new ArrayList<>();

  private boolean begun;
  private int sentences;
  private int namespaceBlocks;
  private boolean stopped;

  Layout(Report report, PolicyLexer lexer) {
    this.report = report;
    this.in = new Lookahead(lexer);
    this.checks = new WordChecks(report);
    this.brackets = new Brackets(report);
  }

  /// The tokens of the whole file, EOF at their end.
  List<Token> tokens() {
    while (!stopped && !report.full() && in.peek().getType() != Token.EOF) {
      accept(in.next());
    }
    finish();
    return out.tokens();
  }

  /// Every comment that was read.
  List<PolicyFile.Comment> comments() {
    return comments;
  }

  /// Where something is wrong that makes the sentence around it unreliable, in order.
  List<Integer> damaged() {
    return checks.damaged();
  }

  private void accept(Token token) {
    switch (token.getType()) {
      case PolicyLexer.NEWLINE -> newline(token);
      case PolicyLexer.COMMENT -> comment(token);
      case PolicyLexer.CR -> carriageReturn(token);
      case PolicyLexer.SEMICOLON -> semicolon(token);
      case PolicyLexer.OPEN_BRACE, PolicyLexer.OPEN_PAREN -> open(token);
      case PolicyLexer.CLOSE_BRACE, PolicyLexer.CLOSE_PAREN -> close(token);
      case PolicyLexer.ANNOTATION -> annotation(token);
      default -> word(token);
    }
  }

  private void newline(Token token) {
    skipLinesWithoutWords();
    List<Token> line = in.line();
    if (!brackets.isEmpty() && Starts.sentence(line)) {
      closeAll(true);
    }
    if (brackets.isEmpty()) {
      if (begun && !carriesOn(line)) {
        end();
      }
    } else if (brackets.inBlock() && separates(out.lastType())) {
      put(LaidOut.synthetic(PolicyLexer.SEMICOLON, token.getStartIndex()));
    }
  }

  private void skipLinesWithoutWords() {
    while (in.peek().getType() == PolicyLexer.NEWLINE
        || in.peek().getType() == PolicyLexer.COMMENT) {
      Token token = in.next();
      if (token.getType() == PolicyLexer.COMMENT) {
        comment(token);
      }
    }
  }

  private boolean carriesOn(List<Token> line) {
    return out.lastType() == PolicyLexer.COMMA ? !Starts.keyword(line) : Starts.continues(line);
  }

  private static boolean separates(int type) {
    return type != PolicyLexer.OPEN_BRACE
        && type != PolicyLexer.SEMICOLON
        && type != PolicyLexer.COMMA;
  }

  private void comment(Token token) {
    int start = token.getStartIndex();
    int end = token.getStopIndex() + 1;
    String text = report.source().text().substring(start, end).stripTrailing();
    comments.add(new PolicyFile.Comment(text, report.span(start, start + text.length())));
    checks.comment(start, end);
  }

  private void carriageReturn(Token token) {
    report.add(
        Code.PC0010
            .at(
                report.span(token.getStartIndex(), token.getStartIndex() + 1),
                "U+000D (carriage return) without a line feed does not end a line")
            .withHelp("save the file with line feeds; the rest of it was not read"));
    stopped = true;
  }

  private void semicolon(Token token) {
    if (brackets.isEmpty()) {
      checks.endMark(token, in.line().isEmpty());
      end();
    } else {
      put(token);
    }
  }

  private void open(Token token) {
    if (brackets.isEmpty() && token.getType() == PolicyLexer.OPEN_BRACE && out.isHeader()) {
      namespaceBlock(token);
    } else if (brackets.depth() == Limits.DEPTH) {
      stop(token, Code.PC0008, "more than " + Limits.DEPTH + " brackets are open here");
    } else {
      boolean value =
          token.getType() == PolicyLexer.OPEN_PAREN && out.lastType() == PolicyLexer.ANNOTATION;
      begun |= brackets.isEmpty() && !value;
      brackets.open(token, value);
      put(token);
    }
  }

  private void namespaceBlock(Token brace) {
    String name = out.last().getText();
    report.add(
        Code.PC0119
            .at(
                report.span(brace.getStartIndex(), brace.getStopIndex() + 1),
                "a namespace has no block: it holds everything below it")
            .withHelp("write `namespace " + name + "` on a line of its own"));
    namespaceBlocks++;
    end();
  }

  private void close(Token token) {
    if (brackets.close(token, this::put)) {
      put(token);
    } else if (token.getType() == PolicyLexer.CLOSE_BRACE && namespaceBlocks > 0) {
      namespaceBlocks--;
    } else {
      checks.stray(token);
    }
  }

  private void annotation(Token token) {
    checks.characters(token, false, 0);
    if (token.getText().length() == 1) {
      checks.noName(token);
    }
    if (begun || !brackets.isEmpty()) {
      ((CommonToken) token).setType(PolicyLexer.WORD);
    }
    put(token);
  }

  private void word(Token token) {
    boolean itemStart =
        out.words() == 0 || (out.lastType() != PolicyLexer.COMMA && !separates(out.lastType()));
    if (CommentMarks.is(token, itemStart)) {
      CommentMarks.skip(token, in, report);
      return;
    }
    Token plain = CommentMarks.detach(token, in, report);
    Token word = Apostrophes.join(plain, in, report);
    begun |= brackets.isEmpty();
    checks.word(word, brackets.inAnnotation() || out.endsWith("because"), !word.equals(plain));
    put(word);
    if (word.getType() == PolicyLexer.UNCLOSED) {
      brackets.closeSwallowed(word, this::put);
    }
  }

  private void put(Token token) {
    out.add(token);
    if (out.words() > Limits.WORDS && !stopped) {
      stop(token, Code.PC0012, "this sentence has more than " + Limits.WORDS + " words");
    }
  }

  private void stop(Token token, Code code, String message) {
    report.add(
        code.at(report.span(token.getStartIndex(), token.getStopIndex() + 1), message)
            .withHelp("split it; the rest of the file was not read"));
    checks.damage(out.words() == 0 ? token.getStartIndex() : out.last().getStartIndex());
    stopped = true;
  }

  private void end() {
    if (!out.end()) {
      return;
    }
    begun = false;
    if (++sentences == Limits.SENTENCES && !stopped) {
      Token next = in.peek();
      if (next.getType() != Token.EOF) {
        stop(next, Code.PC0009, "this file has more than " + Limits.SENTENCES + " sentences");
      }
    }
  }

  private void finish() {
    closeAll(!stopped && !report.full());
    end();
    out.add(LaidOut.synthetic(Token.EOF, report.source().text().length()));
  }

  private void closeAll(boolean say) {
    if (say && !brackets.isEmpty()) {
      Finding finding = brackets.unclosed();
      report.add(finding);
      finding.at().ifPresent(at -> checks.damage(at.start()));
    }
    while (!brackets.isEmpty()) {
      put(LaidOut.synthetic(brackets.pop(), out.lastEnd()));
    }
  }
}
