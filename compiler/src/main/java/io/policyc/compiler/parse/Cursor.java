package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Fix;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A reader's place in one sentence, and what it says about it.
final class Cursor extends Position {
  /// Words that may follow where a sentence could have ended.
  private static final List<String> LATE_WORDS =
      List.of("port", "with", "without", "because", "through", "as", "at", "in");

  private static final Set<String> BEFORE_REASON =
      Set.of("port", "ports", "with", "without", "through", "every", "any");

  /// How far from what was said the next mistake stands, in words, at least: nearer ones follow
  /// from it.
  private static final int APART = 4;

  private final Report report;
  private final Corrected corrected;
  private boolean muted;
  private int mutedFrom;
  private int said = -APART;

  Cursor(Report report, List<Lexeme> lexemes, boolean muted) {
    super(report, lexemes);
    this.report = report;
    this.muted = muted;
    this.mutedFrom = lexemes.getFirst().start();
    this.corrected =
        new Corrected(report.source(), lexemes.getFirst().start(), lexemes.getLast().start());
  }

  /// Says that a sentence cannot be understood; the caller throws what it gets.
  ///
  /// It is silent right after something else was said: what was mended may have been meant in
  /// another way.
  Unreadable fail(Code code, Span where, String message, String help) {
    if (!isNear()) {
      say(code.at(where, message).withHelp(help));
    }
    return new Unreadable();
  }

  /// Whether something was said of one of the last words.
  boolean isNear() {
    return index() - said < APART;
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
  ///
  /// It is silent where something was said of this word: then another thing is meant.
  void mend(Code code, Span where, String message, Fix fix, String help) {
    if (index() == said) {
      doubt(where);
      return;
    }
    say(code.at(where, message).withHelp(help).withFix(fix.at(), fix.replacement()));
  }

  /// Says what is wrong unless something was said right before: the word is only guessed.
  void mendUnlessNear(Code code, Lexeme where, String message, Fix fix) {
    if (isNear()) {
      doubt(span(where));
    } else {
      mend(code, where, message, fix);
    }
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
    said = index();
  }

  /// Says something better of a place than what was said of it before the sentence was read.
  void replace(Code said, Finding better) {
    report.replace(said, better);
  }

  /// Notes that what stands in a place may not be what was meant.
  void doubt(Span place) {
    report.doubt(place);
  }

  boolean muted() {
    return muted;
  }

  /// Is silent about what follows: it may follow from what was said.
  void mute() {
    if (!muted) {
      muted = true;
      mutedFrom = last().start();
    }
  }

  /// Says what is wrong again, from here on.
  void unmute() {
    if (muted) {
      report.doubt(report.span(mutedFrom, Math.max(mutedFrom, last().end())));
    }
    muted = false;
    said = -APART;
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
    return fail(
        Code.PC0104, extra, Found.of(extra) + " stands after the end of the sentence", late(extra));
  }

  private String late(Lexeme extra) {
    if (extra.isWord() && hasReason() && BEFORE_REASON.contains(extra.text())) {
      return "write it before `because`: the reason stands last";
    }
    boolean late = extra.isWord() && !LATE_WORDS.contains(extra.text());
    return Optional.of(extra.text())
        .filter(_ -> late)
        .flatMap(word -> Suggest.nearest(word, LATE_WORDS))
        .map(word -> "did you mean `" + word + "`?")
        .orElse("delete it, or write a new line before another sentence");
  }
}
