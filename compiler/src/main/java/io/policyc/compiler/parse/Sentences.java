package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Notes;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads sentences: the first word picks the form, otherwise a subject is read and its verb does.
final class Sentences {
  private final Report report;
  private final List<Statement> statements = new ArrayList<>();
  private int end;

  private Sentences(Report report) {
    this.report = report;
  }

  /// Reads what ANTLR found.
  static List<Statement> read(List<Sentence> sentences, Report report) {
    Sentences reader = new Sentences(report);
    for (Sentence sentence : sentences) {
      if (!report.full()) {
        reader.sentence(sentence);
      }
    }
    return reader.statements;
  }

  private void sentence(Sentence sentence) {
    List<Notes.Annotation> annotations =
        Annotations.read(sentence.annotations(), report, sentence.damaged());
    Cursor in = new Cursor(report, sentence.lexemes(), sentence.damaged());
    Annotations.touching(in, sentence.annotations(), annotations);
    if (in.atEnd()) {
      Annotations.alone(in, annotations);
      return;
    }
    EndMarks.strip(in);
    Lexeme first = in.peek();
    try {
      statements(in, annotations);
    } catch (Unreadable said) {
      statements.add(new Statement.Broken(in.whole(first)));
      mayContinue(in, first);
    }
    end = in.whole(first).end();
    in.unmute();
  }

  // What begins like no sentence may be the rest of the one before.
  private void mayContinue(Cursor in, Lexeme first) {
    Lexeme second = in.peekAt(1);
    boolean verb = second.is("may") || second.is("is") || second.is("runs");
    if (!verb && !Starts.WORDS.contains(first.text())) {
      report.doubt(report.span(end, end));
    }
  }

  // More than one where somebody forgot a new line.
  private void statements(Cursor in, List<Notes.Annotation> annotations) {
    List<Notes.Annotation> notes = annotations;
    do {
      Lexeme first = in.peek();
      Body body = body(in);
      Optional<Word> because = because(in);
      Statement statement = body.with(new Notes(notes, because), in.since(first));
      if (isDeclaration(statement) || in.atEnd() || isNext(in)) {
        statements.add(statement);
      }
      notes = List.of();
    } while (another(in));
  }

  private static boolean another(Cursor in) {
    if (in.atEnd()) {
      return false;
    }
    Lexeme extra = in.peek();
    if (isNext(in)) {
      in.doubt(in.since(in.first()));
      in.mend(
          Code.PC0104,
          in.span(extra),
          Found.of(extra) + " begins another sentence on the same line",
          new Fix(in.span(extra.start(), extra.start()), "\n"),
          "write a new line before it");
      return true;
    }
    throw in.extra();
  }

  private static boolean isNext(Cursor in) {
    return in.peek().isWord()
        && (Starts.WORDS.contains(in.peek().text()) || Subjects.isSubject(in))
        && in.peek(1).isName();
  }

  // What is declared stays known, so that nothing is said of its uses.
  private static boolean isDeclaration(Statement statement) {
    return statement instanceof Statement.Workload
        || statement instanceof Statement.External
        || statement instanceof Statement.Header
        || statement instanceof Statement.Import;
  }

  private static Optional<Word> because(Cursor in) {
    if (!in.take("because")) {
      return Optional.empty();
    }
    Lexeme first = in.peek();
    if (first.kind() == Lexeme.Kind.TEXT) {
      return Optional.of(in.word(in.next()));
    }
    if (in.atEnd()) {
      throw in.unexpected(
          "a reason", "write it in quotes: `because \"until the v2 client ships\"`");
    }
    while (!in.atEnd()) {
      in.next();
    }
    String reason = in.since(first).text();
    in.mend(
        Code.PC0151,
        in.since(first),
        "a reason stands in quotes",
        new Fix(in.since(first), "\"" + reason + "\""));
    return Optional.of(new Word(reason, true, in.since(first)));
  }

  private static Body body(Cursor in) {
    Lexeme first = in.peek();
    if (!first.isWord() || Subjects.isSubject(in)) {
      return Subjects.read(in);
    }
    return switch (first.text()) {
      case "namespace" -> Namespaces.read(in, false);
      case "foreign" -> Declarations.foreign(in);
      case "import" -> Declarations.imported(in, false);
      case "workload" -> Declarations.workload(in, false);
      case "external" -> Declarations.external(in);
      case "deny" -> Denies.read(in);
      case "never" -> Promises.never(in);
      case "expect" -> Promises.expect(in);
      case "alert" -> Alerts.read(in, false);
      case "no" -> Alerts.no(in);
      case "images" -> ImageSentences.read(in);
      case "runtime" -> RuntimeClasses.read(in);
      case "except" -> Exceptions.read(in);
      default -> other(in);
    };
  }

  private static Body other(Cursor in) {
    Lexeme first = in.peek();
    if (Names.isBuiltIn(first.text()) || in.peek(1).kind() == Lexeme.Kind.COMMA) {
      return Subjects.read(in);
    }
    if (RuntimeClasses.isOneWord(in)) {
      return RuntimeClasses.oneWord(in);
    }
    OtherLanguages.refuse(in);
    Optional<String> meant = Suggest.nearest(first.text(), Starts.WORDS);
    if (meant.isPresent() && Subjects.misspeltVerb(in).isEmpty()) {
      in.guess(
          Code.PC0101,
          first,
          "no sentence begins with " + Quote.of(first.text()),
          meant.orElseThrow());
      in.replace(first.withText(meant.orElseThrow()));
      return body(in);
    }
    return Subjects.read(in);
  }
}
