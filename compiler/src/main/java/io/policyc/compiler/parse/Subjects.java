package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sentences that begin with a subject: `web may …`, `web runs wasm …`, `web is closed`.
final class Subjects {
  private static final List<String> VERBS = List.of("may", "runs", "is");
  private static final Set<String> FOLLOW = Set.of("may", "runs", "is", "can", "are");
  private static final Set<String> MODALS =
      Set.of("can", "could", "should", "shall", "must", "will", "might", "does", "gets", "allowed");
  private static final Set<String> NOT = Set.of("not", "never");
  private static final Set<String> CANNOT = Set.of("cannot", "can't", "mustn't", "mayn't", "won't");
  private static final Set<String> ARROWS = Set.of("->", "=>", "-->", "==>", ">", "<-", "<->");

  private Subjects() {}

  /// Whether a word that could begin another form is a subject here: `images may GET …`.
  static boolean isSubject(Cursor in) {
    return in.peek(1).is("may") || in.peek(1).is("is") || in.peek(1).is("runs");
  }

  /// The verb that the second word of a sentence may be meant as.
  static Optional<String> misspeltVerb(Cursor in) {
    Lexeme second = in.peek(1);
    if (!second.isWord()) {
      return Optional.empty();
    }
    return MODALS.contains(second.text())
        ? Optional.of("may")
        : Suggest.nearest(second.text(), VERBS);
  }

  /// Reads a sentence from its subject.
  static Body read(Cursor in) {
    noSubject(in);
    List<Party> subjects = list(in, FOLLOW);
    if (in.take("may")) {
      return grant(in, subjects);
    }
    if (in.take("runs") || in.take("run")) {
      return wasm(in, subjects);
    }
    if (in.take("is") || in.take("are")) {
      return closed(in, subjects);
    }
    return verb(in, subjects);
  }

  // `may reach db`; `may may reach db` has one, whatever it is called.
  private static void noSubject(Cursor in) {
    boolean verb = in.peek().isWord() && VERBS.contains(in.peek().text());
    if (verb && !isSubject(in) && in.peek(1).kind() != Lexeme.Kind.COMMA) {
      throw in.unexpected(
          "a workload",
          "write who before it: `web " + in.peek().text() + " " + in.peek(1).text() + " …`");
    }
  }

  /// Reads parties, also where a `,` between two of them was forgotten.
  static List<Party> list(Cursor in, Set<String> verbs) {
    Lexeme first = in.peek();
    List<Party> parties = new java.util.ArrayList<>(Parties.list(in, verbs));
    while (in.peek().isName()
        && !verbs.contains(in.peek().text())
        && !Methods.KNOWN.contains(in.peek().text())
        && (verbs.contains(in.peek(1).text()) || in.peek(1).kind() == Lexeme.Kind.COMMA)) {
      int end = in.last().end();
      in.mendUnlessNear(
          Code.PC0123,
          in.peek(),
          "`,` stands between the items of a list",
          new Fix(in.span(end, end), ","));
      parties.addAll(Parties.list(in, verbs));
      in.doubt(in.since(first));
    }
    return parties;
  }

  private static Body grant(Cursor in, List<Party> senders) {
    if (in.peek().isWord() && NOT.contains(in.peek().text())) {
      throw negated(in, senders, in.peek());
    }
    NoNobody.refuse(in, senders);
    if (in.at("may")) {
      Lexeme again = in.next();
      in.mend(Code.PC0142, again, "`may` stands here twice", in.without(again, in.peek()));
    }
    Action action = Actions.read(in, "may");
    return (notes, span) -> new Statement.Grant(senders, action, notes, span);
  }

  private static Unreadable negated(Cursor in, List<Party> senders, Lexeme not) {
    String who = subject(in, senders);
    in.next();
    String what = in.atEnd() ? "reach db" : in.restText();
    return in.fail(
        Code.PC0126,
        not,
        "a grant cannot say " + Quote.of(not.text()),
        "write `never "
            + who
            + " may "
            + what
            + "` for a promise, or `deny "
            + who
            + " to …` for a rule; what is not granted is refused anyway");
  }

  private static String subject(Cursor in, List<Party> parties) {
    return in.span(parties.getFirst().span().start(), parties.getLast().span().end()).text();
  }

  private static Body wasm(Cursor in, List<Party> subjects) {
    in.expect("wasm", "`wasm on <runtime class>`", "write `runs wasm on wasmtime-wasi`");
    in.expect("on", "`on <runtime class>`", "name the RuntimeClasses: `on wasmtime-wasi`");
    List<Word> classes = Lists.words(in, Set.of("because"), "a RuntimeClass");
    return (notes, span) -> new Statement.RunsWasm(subjects, classes, notes, span);
  }

  private static Body closed(Cursor in, List<Party> subjects) {
    if (in.choose(Code.PC0147, "state of a workload", List.of("closed")).isEmpty()) {
      throw notClosed(in);
    }
    return (notes, span) -> new Statement.Closed(subjects, notes, span);
  }

  private static Unreadable notClosed(Cursor in) {
    if (in.at("restricted") || in.at("baseline")) {
      return in.fail(
          Code.PC0147,
          in.peek(),
          "a profile belongs to a namespace",
          "write `namespace <name> is " + in.peek().text() + "`");
    }
    return in.atEnd()
        ? in.unexpected("`closed`", "write `is closed`")
        : in.fail(
            Code.PC0147,
            in.peek(),
            Found.of(in.peek()) + " is no state of a workload",
            "write `is closed`");
  }

  private static Body verb(Cursor in, List<Party> subjects) {
    Lexeme found = in.peek();
    if (found.isWord() && CANNOT.contains(found.text())) {
      throw negated(in, subjects, found);
    }
    if (found.isWord() && MODALS.contains(found.text())) {
      return modal(in, subjects);
    }
    if (found.isWord() && (ARROWS.contains(found.text()) || found.text().startsWith("\u2192"))) {
      throw arrow(in, subjects);
    }
    if (Actions.begin(in)) {
      in.mend(
          Code.PC0117,
          found,
          "`may` is missing before " + Found.of(found),
          in.before(found, "may "));
      in.doubt(in.since(in.first()));
      return grant(in, subjects);
    }
    Optional<String> verb = in.choose(Code.PC0101, "verb of a sentence", VERBS);
    if (verb.isPresent()) {
      return switch (verb.orElseThrow()) {
        case "may" -> grant(in, subjects);
        case "runs" -> wasm(in, subjects);
        default -> closed(in, subjects);
      };
    }
    throw noVerb(in);
  }

  private static Body modal(Cursor in, List<Party> subjects) {
    Lexeme found = in.next();
    if (in.peek().isWord() && NOT.contains(in.peek().text())) {
      throw negated(in, subjects, in.peek());
    }
    Lexeme end = in.at("allowed") ? in.next() : found;
    end = in.at("to") ? in.next() : end;
    in.mend(
        Code.PC0117,
        found,
        "a grant says `may`, not " + Quote.of(found.text()),
        new Fix(in.span(found.start(), end.end()), "may"));
    return grant(in, subjects);
  }

  private static Unreadable arrow(Cursor in, List<Party> subjects) {
    Lexeme arrow = in.next();
    String who = subject(in, subjects);
    String whom = in.atEnd() ? "backend" : Addresses.withPort(in.restText());
    String meant =
        whom.startsWith("/")
            ? "write `" + who + " may GET " + whom + "`"
            : "write `"
                + who
                + " may connect to "
                + whom
                + "`, or `"
                + who
                + " may GET /** on "
                + whom
                + "`";
    return in.fail(Code.PC0118, arrow, "an arrow does not say what may happen", meant);
  }

  private static Unreadable noVerb(Cursor in) {
    if (in.at(Lexeme.Kind.OPEN_BRACE)) {
      Lexeme first = in.first();
      return in.fail(
          Code.PC0101,
          first,
          "no declaration begins with " + Quote.of(first.text()),
          "write `workload <name> { … }` or `external <name> { … }`");
    }
    return in.unexpected(
        "`may`, `runs` or `is`", "write a sentence such as `web may GET /api/** on backend`");
  }
}
