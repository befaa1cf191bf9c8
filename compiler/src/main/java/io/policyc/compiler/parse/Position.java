package io.policyc.compiler.parse;

import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;

/// A place in one sentence, the words around it, and where they stand in the text.
abstract sealed class Position permits Cursor {
  private final Report report;
  private final List<Lexeme> lexemes;
  private int at;

  Position(Report report, List<Lexeme> lexemes) {
    this.report = report;
    this.lexemes = new ArrayList<>(lexemes);
  }

  Lexeme peek() {
    return lexemes.get(at);
  }

  /// How many lexemes were read.
  int index() {
    return at;
  }

  /// The lexeme so many after the next one; END where the sentence is shorter.
  Lexeme peek(int ahead) {
    return lexemes.get(Math.min(at + ahead, lexemes.size() - 1));
  }

  /// The lexeme at a place counted from the start of the sentence.
  Lexeme peekAt(int index) {
    return lexemes.get(Math.min(index, lexemes.size() - 1));
  }

  /// The lexeme that was read last; the first one before any was.
  Lexeme last() {
    return lexemes.get(Math.max(at - 1, 0));
  }

  Lexeme next() {
    Lexeme lexeme = peek();
    if (at < lexemes.size() - 1) {
      at++;
    }
    return lexeme;
  }

  boolean at(String keyword) {
    return peek().is(keyword);
  }

  boolean at(Lexeme.Kind kind) {
    return peek().kind() == kind;
  }

  boolean atEnd() {
    return at(Lexeme.Kind.END);
  }

  boolean take(String keyword) {
    boolean there = at(keyword);
    if (there) {
      next();
    }
    return there;
  }

  boolean take(Lexeme.Kind kind) {
    boolean there = at(kind);
    if (there) {
      next();
    }
    return there;
  }

  /// Reads a lexeme as if it were another one from now on.
  void replace(Lexeme changed) {
    lexemes.set(at, changed);
  }

  /// Goes back to the lexeme that was read last, and reads it as another one.
  void back(Lexeme changed) {
    at = Math.max(at - 1, 0);
    replace(changed);
  }

  /// Whether `because` was read just now, with its reason.
  boolean hasReason() {
    return at > 1 && lexemes.get(at - 2).is("because");
  }

  /// The first lexeme of the sentence.
  Lexeme first() {
    return lexemes.getFirst();
  }

  /// What is not read yet of this line, as it was written.
  String restText() {
    String rest = whole(peek()).text();
    int line = rest.indexOf('\n');
    return (line < 0 ? rest : rest.substring(0, line)).strip();
  }

  /// The last lexeme of the sentence.
  Lexeme lastOfAll() {
    return lexemes.get(Math.max(lexemes.size() - 2, 0));
  }

  /// Reads the last lexeme with another text; not at all where that is empty.
  void replaceLast(String text) {
    int last = lexemes.size() - 2;
    if (text.isEmpty()) {
      lexemes.remove(last);
    } else {
      Lexeme old = lexemes.get(last);
      lexemes.set(last, new Lexeme(old.kind(), text, old.start(), old.start() + text.length()));
    }
  }

  /// From a lexeme to the end of the sentence.
  Span whole(Lexeme first) {
    return report.span(first.start(), Math.max(first.end(), lexemes.getLast().start()));
  }

  Span span(Lexeme lexeme) {
    return report.span(lexeme.start(), lexeme.end());
  }

  /// What stands between two lexemes.
  Span between(Lexeme left, Lexeme right) {
    int from = left.end();
    return report.span(from, right.start());
  }

  /// From a lexeme to the one that was read last.
  Span since(Lexeme first) {
    return report.span(first.start(), Math.max(last().end(), first.start()));
  }

  Span span(int start, int end) {
    return report.span(start, end);
  }

  Word word(Lexeme lexeme) {
    return new Word(lexeme.text(), lexeme.quoted(), span(lexeme));
  }

  /// A fix that replaces a lexeme.
  Fix instead(Lexeme lexeme, String text) {
    return new Fix(span(lexeme), text);
  }

  /// A fix that inserts before a lexeme.
  Fix before(Lexeme lexeme, String text) {
    return new Fix(report.span(lexeme.start(), lexeme.start()), text);
  }

  /// A fix that removes from one lexeme up to another one.
  Fix without(Lexeme from, Lexeme upTo) {
    return new Fix(report.span(from.start(), upTo.start()), "");
  }
}
