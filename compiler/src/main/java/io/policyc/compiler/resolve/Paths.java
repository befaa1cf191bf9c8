package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Conversation.PathMatch;
import io.policyc.compiler.regex.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The paths of requests.
final class Paths {
  private final Report report;
  private final Expressions expressions;

  Paths(Report report) {
    this.report = report;
    this.expressions = new Expressions(report);
  }

  /// The paths; those that are none were reported and are missing.
  ///
  /// @param query whether a path may have a query, as in `expect`
  List<PathMatch> read(Action.Paths paths, boolean query) {
    return switch (paths) {
      case Action.Paths.Patterns(var patterns) -> patterns(patterns, query);
      case Action.Paths.Matching(var expression) ->
          expressions.check(expression)
              ? List.of(new PathMatch.Expression(expression.text()))
              : List.of();
    };
  }

  private List<PathMatch> patterns(List<Word> words, boolean query) {
    List<PathMatch> paths = new ArrayList<>(words.size());
    for (Word word : words) {
      path(word, query).ifPresent(paths::add);
    }
    return paths;
  }

  private Optional<PathMatch> path(Word word, boolean query) {
    int mark = word.text().indexOf('?');
    if (mark < 0) {
      return pattern(word, word.text()).map(PathMatch.Pattern::new);
    }
    String asked = word.text().substring(mark + 1);
    return mayAsk(word, mark, query)
        ? pattern(word, word.text().substring(0, mark))
            .map(path -> new PathMatch.WithQuery(path, asked))
        : Optional.empty();
  }

  private boolean mayAsk(Word word, int mark, boolean query) {
    String rest = word.text().substring(mark);
    boolean sent = rest.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '#');
    if (!query || !sent) {
      report.add(
          Code.PC0321
              .at(
                  Places.inside(word, mark, word.text().length()),
                  query ? "no client sends this query" : "a query belongs in `expect` only")
              .withHelp(
                  query
                      ? "write it percent-encoded"
                      : "leave it out: any query is admitted unless the sentence says `without"
                          + " query`"));
    }
    return query && sent;
  }

  private Optional<String> pattern(Word word, String text) {
    return switch (PathPattern.parse(text)) {
      case PathPattern.Parsed(var pattern) -> Optional.of(pattern.toString());
      case PathPattern.Invalid(var start, var end, var reason, var help) -> {
        report.add(Code.PC0308.at(Places.inside(word, start, end), reason).withHelp(help));
        yield Optional.empty();
      }
    };
  }
}
