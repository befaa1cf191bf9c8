package io.policyc.compiler.format;

import io.policyc.compiler.ast.Notes;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.Statement;
import io.policyc.findings.Span;
import java.util.List;

/// Writes a policy in its canonical form: `docs/format.md`.
///
/// What it writes is read as the same sentences, and formatting it again changes nothing. Comments
/// stay: on their own line, after a sentence or an item, or, from within a sentence, above it.
public final class Formatter {
  private final Comments comments;
  private final Output out;

  private Formatter(PolicyFile file) {
    this.comments = new Comments(file);
    this.out = new Output(file.source().text());
  }

  /// The text of a file that was read without errors.
  ///
  /// A sentence that was not understood is written as it stood, so that nothing is ever lost.
  public static String format(PolicyFile file) {
    Formatter formatter = new Formatter(file);
    file.statements().forEach(formatter::statement);
    formatter.out.comments(formatter.comments.before(Integer.MAX_VALUE), 0);
    return formatter.out.text();
  }

  private void statement(Statement statement) {
    Span span = statement.span();
    int start = start(statement);
    out.comments(comments.before(start), 0);
    out.gap(start);
    switch (statement) {
      case Statement.Workload workload -> block(workload);
      case Statement.External external -> block(external);
      case Statement.RuntimeClass runtime when !runtime.items().isEmpty() -> block(runtime);
      default -> {
        out.moved(comments.before(span.end()), 0);
        annotations(statement.notes());
        out.lines(SentenceWords.of(statement).lines(0));
      }
    }
    out.reached(span.end());
    out.trailing(comments.trailing(span.end()));
  }

  private static int start(Statement statement) {
    int start = statement.span().start();
    for (Notes.Annotation annotation : statement.notes().annotations()) {
      start = Math.min(start, annotation.span().start());
    }
    return start;
  }

  private void annotations(Notes notes) {
    if (!notes.annotations().isEmpty()) {
      List<String> words = notes.annotations().stream().map(Formatter::annotation).toList();
      out.lines(new Phrase().fill(words).lines(0));
    }
  }

  private static String annotation(Notes.Annotation annotation) {
    return "@"
        + annotation.name().text()
        + annotation.value().map(v -> "(" + Words.apart(Words.of(v)) + ")").orElse("");
  }

  private void block(Statement statement) {
    Span span = statement.span();
    int brace = brace(span);
    out.moved(comments.before(brace), 0);
    annotations(statement.notes());
    List<ItemWords.Item> items = ItemWords.of(statement);
    String head = SentenceWords.of(statement).line();
    String line =
        SentenceWords.because(new Phrase().add(head + inside(items)), statement.notes()).line();
    if (span.text().indexOf('\n') < 0
        && !comments.any(span.end())
        && line.length() <= Phrase.WIDTH) {
      out.line(line);
    } else if (items.isEmpty() && !comments.any(span.end())) {
      out.line(line);
    } else {
      lines(statement, head, items, brace);
    }
  }

  private static int brace(Span span) {
    return span.start() + Math.max(span.text().indexOf('{'), 0);
  }

  private static String inside(List<ItemWords.Item> items) {
    List<String> words = items.stream().map(i -> Words.apart(i.words().line())).toList();
    return items.isEmpty() ? " {}" : " { " + String.join("; ", words).stripTrailing() + " }";
  }

  private void lines(Statement statement, String head, List<ItemWords.Item> items, int brace) {
    out.open(head + " {");
    out.reached(brace + 1);
    out.trailing(comments.trailing(brace + 1));
    for (ItemWords.Item item : items) {
      out.comments(comments.before(item.span().start()), 2);
      out.gap(item.span().start());
      out.moved(comments.before(item.span().end()), 2);
      out.lines(item.words().lines(2));
      out.reached(item.span().end());
      out.trailing(comments.trailing(item.span().end()));
    }
    out.comments(comments.before(closing(statement)), 2);
    out.lines(SentenceWords.because(new Phrase().add("}"), statement.notes()).lines(0));
  }

  private static int closing(Statement statement) {
    Span span = statement.span();
    int from = statement.notes().because().map(b -> b.span().start()).orElse(span.end());
    return span.source().text().lastIndexOf('}', Math.max(from - 1, span.start()));
  }
}
