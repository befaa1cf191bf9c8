package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Notes;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Annotations above a sentence: `@owner("team-a") @expires(2027-06-30)`.
final class Annotations {
  private Annotations() {}

  /// Reads the annotations of one sentence; a wrong one is left out.
  static List<Notes.Annotation> read(List<List<Lexeme>> annotations, Report report, boolean muted) {
    List<Notes.Annotation> read = new ArrayList<>();
    for (List<Lexeme> lexemes : annotations) {
      Lexeme last = lexemes.getLast();
      List<Lexeme> ended = new ArrayList<>(lexemes);
      ended.add(new Lexeme(Lexeme.Kind.END, "", last.end(), last.end()));
      try {
        Cursor in = new Cursor(report, ended, muted);
        Notes.Annotation annotation = one(in);
        once(in, annotation, read);
        read.add(annotation);
      } catch (Unreadable said) {
        // The sentence below still counts.
      }
    }
    return read;
  }

  // A second day would be without effect.
  private static void once(Cursor in, Notes.Annotation found, List<Notes.Annotation> before) {
    boolean twice = before.stream().anyMatch(b -> b.name().text().equals("expires"));
    if (found.name().text().equals("expires") && twice) {
      throw in.fail(
          Code.PC0142, found.span(), "`@expires` stands here twice", "keep the day that is meant");
    }
  }

  /// Refuses annotations with nothing below them.
  static void alone(Cursor in, List<Notes.Annotation> annotations) {
    for (Notes.Annotation annotation : annotations) {
      in.say(
          Code.PC0139
              .at(annotation.span(), "no sentence stands below this annotation")
              .withHelp("write it above the sentence that it belongs to"));
      return;
    }
  }

  /// Refuses `@owner: "team-a"`: what touches an annotation is its value, in another form.
  ///
  /// @param read those that were understood: nothing is said where the last one was not
  static void touching(Cursor in, List<List<Lexeme>> written, List<Notes.Annotation> read) {
    Lexeme first = in.peek();
    if (written.isEmpty() || written.getLast().getLast().end() != first.start() || in.atEnd()) {
      return;
    }
    if (read.size() == written.size()) {
      String name = read.getLast().name().text();
      in.say(
          Code.PC0140
              .at(in.span(first), "the value of an annotation stands in parentheses")
              .withHelp("write `@" + name + "(\"…\")`"));
    }
    in.mute();
  }

  private static Notes.Annotation one(Cursor in) {
    Lexeme first = in.next();
    String name = first.text().substring(1);
    Span span = in.span(first.start() + 1, first.end());
    Names.check(in, span, name);
    Optional<Word> value =
        in.take(Lexeme.Kind.OPEN_PAREN) ? Optional.of(value(in, name)) : Optional.empty();
    if (name.equals("expires")) {
      date(in, first, value);
    }
    return new Notes.Annotation(new Word(name, false, span), value, in.since(first));
  }

  private static Word value(Cursor in, String name) {
    Lexeme first = Names.name(in, "a text such as `@" + name + "(\"team-a\")`");
    if (in.take(Lexeme.Kind.CLOSE_PAREN)) {
      return in.word(first);
    }
    while (!in.atEnd() && !in.at(Lexeme.Kind.CLOSE_PAREN)) {
      in.next();
    }
    Span words = in.since(first);
    if (words.text().indexOf('"') >= 0) {
      throw in.fail(
          Code.PC0140, words, "an annotation has one value", "write it as one text in quotes");
    }
    in.next();
    String text = "\"" + words.text() + "\"";
    in.mend(Code.PC0140, words, "a value of several words stands in quotes", new Fix(words, text));
    return new Word(words.text(), true, words);
  }

  private static void date(Cursor in, Lexeme first, Optional<Word> value) {
    Span at = value.map(Word::span).orElse(in.span(first));
    if (value.filter(v -> Dates.isDate(v.text())).isEmpty()) {
      throw in.fail(
          Code.PC0133,
          at,
          value.map(v -> Quote.of(v.text()) + " is not a date").orElse("`@expires` has no date"),
          "write the last good day as `@expires(2027-06-30)`");
    }
  }
}
