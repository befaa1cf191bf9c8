package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.Suggest;
import io.policyc.findings.Finding;
import io.policyc.findings.Fix;
import io.policyc.findings.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A reader's place in one sentence, and what it says about it.
final class Cursor extends Position {
  /// Words that may follow where a sentence could have ended.
  private static final List<String> LATE_WORDS =
      List.of("port", "with", "without", "because", "through", "as", "at", "in");

  private final Report report;
  private final Corrected corrected;
  private boolean muted;

  Cursor(Report report, List<Lexeme> lexemes, boolean muted) {
    super(report, lexemes);
    this.report = report;
    this.muted = muted;
    this.corrected =
        new Corrected(report.source(), lexemes.getFirst().start(), lexemes.getLast().start());
  }

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
}
