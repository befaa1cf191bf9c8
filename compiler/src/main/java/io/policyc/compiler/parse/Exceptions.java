package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `except Deployment/node-agent in monitoring from hostPorts until 2027-06-30 because "…"`.
final class Exceptions {
  private static final Set<String> AFTER_CHECKS = Set.of("until", "because", "in");

  private Exceptions() {}

  /// An object as a sentence names it.
  private record Named(Word kind, Word name) {}

  /// Reads a sentence from its word `except`, up to its reason.
  static Body read(Cursor in) {
    in.next();
    Named object = object(in);
    Optional<Word> namespace = in.take("in") ? Optional.of(Names.namespace(in)) : Optional.empty();
    in.expect("from", "`from <check>`", "say which checks let it pass: `from hostPorts`");
    List<Word> checks = Lists.words(in, AFTER_CHECKS, "the id of a check");
    Word until = until(in);
    return (notes, span) ->
        new Statement.Except(object.kind(), object.name(), namespace, checks, until, notes, span);
  }

  private static Named object(Cursor in) {
    Lexeme first = in.peek();
    if (!first.isName()) {
      throw in.unexpected("an object", "write its kind and its name: `except Deployment/web`");
    }
    in.next();
    int slash = first.text().indexOf('/');
    if (slash < 0) {
      return apart(in, first);
    }
    if (in.at(Lexeme.Kind.COMMA)) {
      throw in.fail(
          Code.PC0104, in.peek(), "an exception speaks of one object", "write a sentence for each");
    }
    String text = first.text();
    int quote = first.quoted() ? 1 : 0;
    int start = first.start() + quote;
    // Escapes make a text longer than what it says: then both parts are the whole of it.
    boolean plain = first.end() - first.start() == text.length() + 2 * quote;
    return new Named(
        new Word(
            text.substring(0, slash),
            first.quoted(),
            plain ? in.span(start, start + slash) : in.span(first)),
        new Word(
            text.substring(slash + 1),
            first.quoted(),
            plain ? in.span(start + slash + 1, first.end() - quote) : in.span(first)));
  }

  // `Deployment web` is surely meant as `Deployment/web`; `web` alone has no kind.
  private static Named apart(Cursor in, Lexeme kind) {
    boolean kindFirst = !kind.text().isEmpty() && Character.isUpperCase(kind.text().charAt(0));
    if (!kindFirst || !in.peek().isName() || in.at("from") || in.at("in")) {
      String name = kindFirst ? kind.text() + "/web" : "Deployment/" + kind.text();
      throw in.fail(
          Code.PC0102,
          kind,
          "expected an object such as `Deployment/web`, found " + Found.of(kind),
          "write its kind and its name: `except " + name + " from …`");
    }
    Lexeme name = in.next();
    in.mend(
        Code.PC0102,
        in.since(kind),
        "`/` stands between an object's kind and its name",
        new Fix(in.since(kind), kind.text() + "/" + name.text()));
    return new Named(in.word(kind), in.word(name));
  }

  private static Word until(Cursor in) {
    if (in.at("in")) {
      throw in.fail(
          Code.PC0102,
          in.peek(),
          "expected `until <date>`, found `in`",
          "write the namespace before `from`: `in " + in.peek(1).text() + " from …`");
    }
    String help =
        in.at("because")
            ? "write the last good day before the reason: `until 2027-06-30 because …`"
            : "say the last good day: `until 2027-06-30`";
    in.expect("until", "`until <date>`", help);
    Lexeme day = Names.name(in, "a date such as `2027-06-30`");
    if (!Dates.isDate(day.text())) {
      throw in.fail(
          Code.PC0133,
          day,
          Quote.of(day.text()) + " is not a date",
          "write the last good day as `until 2027-06-30`");
    }
    return in.word(day);
  }
}
