package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.Suggest;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Finding;
import io.policyc.findings.Fix;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A place in one sentence, and what is said about it.
final class Cursor {
  /// Words that may follow where a sentence could have ended.
  private static final List<String> LATE_WORDS =
      List.of("port", "with", "without", "because", "through", "as", "at", "in");

  private final Report report;
  private final List<Lexeme> lexemes;
  private final Corrected corrected;
  private int at;
  private boolean muted;

  Cursor(Report report, List<Lexeme> lexemes, boolean muted) {
    this.report = report;
    this.lexemes = new ArrayList<>(lexemes);
    this.muted = muted;
    this.corrected =
        new Corrected(report.source(), lexemes.getFirst().start(), lexemes.getLast().start());
  }

  // Reading.

  Lexeme peek() {
    return lexemes.get(at);
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

  /// Says that words are left over after the end of the sentence.
  Unreadable extra() {
    Lexeme extra = peek();
    if (extra.isWord() && extra.text().startsWith("//")) {
      return fail(
          Code.PC0130,
          report.span(extra.start(), extra.start() + 2),
          "a comment begins with `#`, not with `//`",
          "write `#` before the comment");
    }
    Optional<String> meant =
        extra.isWord() ? Suggest.nearest(extra.text(), LATE_WORDS) : Optional.empty();
    return fail(
        Code.PC0104,
        extra,
        Found.of(extra) + " stands after the end of the sentence",
        meant
            .map(word -> "did you mean `" + word + "`?")
            .orElse("delete it, or write a new line before another sentence"));
  }

  // Spans and words.

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

  // What is wrong.

  /// Says that a sentence cannot be understood; the caller throws what it gets.
  Unreadable fail(Code code, Span where, String message, String help) {
    say(code.at(where, message).withHelp(help));
    return new Unreadable();
  }

  Unreadable fail(Code code, Lexeme where, String message, String help) {
    return fail(code, span(where), message, help);
  }

  /// Says that something else should stand here.
  ///
  /// @param wanted in users' words: `on <workload>`
  Unreadable unexpected(String wanted, String help) {
    if (atEnd()) {
      int end = last().end();
      return fail(
          Code.PC0103,
          last().kind() == Lexeme.Kind.COMMA ? span(last()) : report.span(end, end),
          "the sentence ends where " + wanted + " should stand",
          help);
    }
    return fail(Code.PC0102, peek(), "expected " + wanted + ", found " + Found.of(peek()), help);
  }

  /// Says what is wrong and goes on as if the right thing stood there: what is meant is certain.
  void mend(Code code, Lexeme where, String message, Fix fix) {
    mend(code, span(where), message, fix);
  }

  void mend(Code code, Span where, String message, Fix fix) {
    mend(code, where, message, fix, "write `" + corrected.with(fix) + "`");
  }

  /// Says what is wrong with advice of its own, and goes on as if the right thing stood there.
  void mend(Code code, Span where, String message, Fix fix, String help) {
    say(code.at(where, message).withHelp(help).withFix(fix.at(), fix.replacement()));
  }

  /// The line that a fix would change, with it: for advice where the fix is not certain.
  String with(Fix fix) {
    return corrected.with(fix);
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

  /// Says which word was probably meant, and is silent about the rest of the sentence.
  void guess(Code code, Lexeme where, String message, String meant) {
    say(code.at(span(where), message).withHelp("did you mean `" + meant + "`?"));
    mute();
  }

  /// Reads a keyword, also a misspelt one.
  void expect(String keyword, String wanted, String help) {
    if (take(keyword)) {
      return;
    }
    if (peek().isWord() && Suggest.near(peek().text(), keyword)) {
      guess(Code.PC0102, peek(), "expected " + wanted + ", found " + Found.of(peek()), keyword);
      next();
    } else {
      throw unexpected(wanted, help);
    }
  }

  /// Reads one of several keywords, also a misspelt one.
  Optional<String> choose(Code code, String what, Collection<String> keywords) {
    Lexeme found = peek();
    if (!found.isWord()) {
      return Optional.empty();
    }
    if (keywords.contains(found.text())) {
      next();
      return Optional.of(found.text());
    }
    Optional<String> meant = Suggest.nearest(found.text(), keywords);
    meant.ifPresent(
        word -> {
          guess(code, found, Found.of(found) + " is no " + what, word);
          next();
        });
    return meant;
  }

  void say(Finding finding) {
    if (!muted) {
      report.add(finding);
    }
  }

  boolean muted() {
    return muted;
  }

  /// Is silent about what follows: it may follow from what was said.
  void mute() {
    muted = true;
  }

  void unmute() {
    muted = false;
  }
}
