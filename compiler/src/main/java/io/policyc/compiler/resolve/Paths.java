package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Conversation.PathMatch;
import java.util.List;

/// The paths of requests.
final class Paths {
  /// The paths, as they are written.
  List<PathMatch> read(Action.Paths paths) {
    return switch (paths) {
      case Action.Paths.Patterns(var patterns) -> patterns.stream().map(Paths::pattern).toList();
      case Action.Paths.Matching(var expression) ->
          List.of(new PathMatch.Expression(expression.text()));
    };
  }

  private static PathMatch pattern(Word word) {
    int query = word.text().indexOf('?');
    return query < 0
        ? new PathMatch.Pattern(word.text())
        : new PathMatch.WithQuery(
            word.text().substring(0, query), word.text().substring(query + 1));
  }
}
