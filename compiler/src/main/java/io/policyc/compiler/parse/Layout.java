package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PolicyFile;
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
  private final Closers closers;
  private final List<PolicyFile.Comment> comments = new ArrayList<>();

  private boolean begun;
  private int sentences;
  private int namespaceBlocks;
  private boolean stopped;

  Layout(Report report, PolicyLexer lexer) {
    this.report = report;
    this.in = new Lookahead(lexer);
    this.checks = new WordChecks(report);
    this.brackets = new Brackets(report, checks);
    this.closers = new Closers(report, checks, brackets, out, this::put);
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
    if (out.words() == 0) {
      closers.begin();
    }
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
      closers.all(true);
    }
    if (brackets.isEmpty()) {
      if (begun && !carriesOn(line)) {
        end();
      }
    } else if (brackets.inBlock() && out.separates()) {
      put(LaidOut.synthetic(PolicyLexer.SEMICOLON, token.getStartIndex()));
    }
    closers.newline();
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
    int first = line.isEmpty() ? Token.EOF : line.getFirst().getType();
    if (first == PolicyLexer.SEMICOLON || first == PolicyLexer.CLOSE_BRACE) {
      return carriesOn(line.subList(1, line.size()));
    }
    boolean listed = closers.hidComma() || out.lastType() == PolicyLexer.COMMA;
    return listed ? !Starts.keyword(line) : Starts.continues(line);
  }

  private void comment(Token token) {
    int start = token.getStartIndex();
    int end = token.getStopIndex() + 1;
    String text = report.source().text().substring(start, end).stripTrailing();
    comments.add(new PolicyFile.Comment(text, report.span(start, start + text.length())));
    if (!checks.comment(start, end)) {
      closers.comment(start);
    }
  }

  private void carriageReturn(Token token) {
    checks.carriageReturn(token);
    stopped = true;
  }

  private void semicolon(Token token) {
    if (!brackets.isEmpty()) {
      put(token);
      return;
    }
    List<Token> line = in.line();
    if (line.isEmpty()) {
      // The next line may carry the sentence on: that decides where it ends.
      checks.endMark(token, "");
    } else if (begun && !out.isUnfinished() && Starts.another(line)) {
      checks.endMark(token, "\n");
      end();
    } else if (!closers.closesMore(line)) {
      checks.endMark(token, "");
      if (out.words() > 0) {
        checks.damage(out.last().getStartIndex());
      }
    }
  }

  private void open(Token token) {
    if (brackets.isEmpty() && token.getType() == PolicyLexer.OPEN_BRACE && out.isHeader()) {
      namespaceBlock(token);
    } else if (brackets.depth() == Limits.DEPTH) {
      stop(token, Code.PC0008, "more than " + Limits.DEPTH + " brackets are open here", "split it");
    } else {
      boolean value =
          token.getType() == PolicyLexer.OPEN_PAREN && out.lastType() == PolicyLexer.ANNOTATION;
      begun |= brackets.isEmpty() && !value;
      brackets.open(token, value);
      closers.opened(token);
      put(token);
    }
  }

  private void namespaceBlock(Token brace) {
    checks.namespaceBlock(brace, out.last().getText());
    namespaceBlocks++;
    end();
  }

  private void close(Token token) {
    if (closers.close(token)) {
      return;
    }
    if (token.getType() == PolicyLexer.CLOSE_BRACE && namespaceBlocks > 0) {
      namespaceBlocks--;
    } else {
      closers.stray(token);
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
        out.words() == 0 || (out.lastType() != PolicyLexer.COMMA && !out.separates());
    if (CommentMarks.is(token, itemStart)) {
      CommentMarks.skip(token, in, report);
      if (!itemStart) {
        closers.comment(token.getStartIndex());
      }
      return;
    }
    Token plain = CommentMarks.detach(token, in, report, checks);
    Token word = Apostrophes.join(plain, in, report);
    begun |= brackets.isEmpty();
    checks.word(word, brackets.inAnnotation() || out.endsWith("because"), !word.equals(plain));
    put(word);
    if (word.getType() == PolicyLexer.UNCLOSED) {
      closers.hidden(word.getText());
    }
    if (!plain.equals(token)) {
      closers.comment(plain.getStopIndex() + 1);
    }
  }

  private void put(Token token) {
    out.add(token);
    if (out.words() > Limits.WORDS && !stopped) {
      String message = "this sentence has more than " + Limits.WORDS + " words";
      stop(token, Code.PC0012, message, Limits.help(out.word(0)));
    }
  }

  private void stop(Token token, Code code, String message, String help) {
    report.add(
        code.at(report.span(token.getStartIndex(), token.getStopIndex() + 1), message)
            .withHelp(help + "; the rest of the file was not read"));
    checks.damage(out.words() == 0 ? token.getStartIndex() : out.last().getStartIndex());
    stopped = true;
  }

  private void end() {
    if (out.words() == 0) {
      return;
    }
    closers.end();
    out.end();
    begun = false;
    if (++sentences == Limits.SENTENCES && !stopped) {
      Token next = in.peek();
      if (next.getType() != Token.EOF) {
        stop(
            next,
            Code.PC0009,
            "this file has more than " + Limits.SENTENCES + " sentences",
            "split it");
      }
    }
  }

  private void finish() {
    closers.all(!stopped && !report.full());
    end();
    out.add(LaidOut.synthetic(Token.EOF, report.source().text().length()));
  }
}
