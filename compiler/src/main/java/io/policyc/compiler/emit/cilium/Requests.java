package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.cilium.Comments;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.model.Conversation.HeaderMatch;
import io.policyc.compiler.model.Conversation.Http;
import io.policyc.compiler.model.Conversation.PathMatch;
import io.policyc.compiler.regex.HostRegex;
import io.policyc.compiler.regex.MethodRegex;
import io.policyc.compiler.regex.PathPattern;
import io.policyc.compiler.regex.PathRegex;
import io.policyc.compiler.regex.Re2Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// HTTP conversations as Cilium's rules: one for each expression of paths.
///
/// What no expression says within Envoy's limit is reported at the sentence, and left out.
final class Requests {
  private record Asked(String path, boolean query) {}

  private final Expressions expressions;
  private final Report report;
  private final Map<Asked, PathRegex.Result> paths = new HashMap<>();
  private final Map<List<String>, String> methods = new HashMap<>();
  private final PathRegex writer = new PathRegex();

  Requests(Expressions expressions, Report report) {
    this.expressions = expressions;
    this.report = report;
  }

  /// Whether the rule's path ends in what lets a query string follow.
  static boolean admitsQuery(HttpRule rule) {
    return rule.path().map(path -> path.endsWith(".*)?")).orElse(false);
  }

  List<HttpRule> of(Http http, Sentence sentence) {
    Optional<String> method = method(http, sentence);
    Optional<String> host = http.host().flatMap(name -> host(name, sentence));
    List<String> headers = http.headers().stream().map(Requests::line).sorted().toList();
    List<HttpRule> rules = new ArrayList<>();
    for (PathMatch path : http.paths()) {
      for (String expression : path(path, http.query(), sentence)) {
        rules.add(
            new HttpRule(Optional.of(expression), method, host, headers, List.of(), Comments.NONE));
      }
    }
    return rules;
  }

  private Optional<String> method(Http http, Sentence sentence) {
    if (http.methods().isEmpty()) {
      return Optional.empty();
    }
    String expression =
        methods.computeIfAbsent(http.methods(), all -> MethodRegex.of(new TreeSet<>(all)));
    return checked(expression, String.join(", ", http.methods()), sentence);
  }

  private Optional<String> host(String host, Sentence sentence) {
    return switch (HostRegex.of(host)) {
      case HostRegex.Expression(var expression) -> {
        expressions.good(expression);
        yield Optional.of(expression);
      }
      case HostRegex.Invalid(_, _, var reason, var help) -> {
        report.add(Code.PC0404.at(sentence.place(host), reason).withHelp(help));
        yield Optional.empty();
      }
    };
  }

  private List<String> path(PathMatch path, boolean query, Sentence sentence) {
    return switch (path) {
      case PathMatch.Pattern(var text) -> pattern(text, query, sentence);
      case PathMatch.Expression(var re2) -> checked(re2, re2, sentence).stream().toList();
      case PathMatch.WithQuery(var text, _) ->
          throw new IllegalStateException("a query in a grant: " + text);
    };
  }

  private List<String> pattern(String text, boolean query, Sentence sentence) {
    PathRegex.Result result = paths.computeIfAbsent(new Asked(text, query), this::expressions);
    return switch (result) {
      case PathRegex.Expressions(var all) -> {
        all.forEach(expressions::good);
        yield all;
      }
      case PathRegex.TooLarge(var size, var part, var help) -> {
        report.add(
            Code.PC0404
                .at(
                    sentence.place(text),
                    "the path becomes an expression of "
                        + size
                        + " instructions, most of them for `"
                        + part
                        + "`, and Envoy takes "
                        + Re2Size.LIMIT)
                .withHelp(help));
        yield List.of();
      }
    };
  }

  private PathRegex.Result expressions(Asked asked) {
    return switch (PathPattern.parse(asked.path)) {
      case PathPattern.Parsed(var pattern) -> writer.write(pattern, asked.query);
      case PathPattern.Invalid(_, _, var reason, _) ->
          throw new IllegalStateException(asked.path + ": " + reason);
    };
  }

  private Optional<String> checked(String expression, String text, Sentence sentence) {
    Optional<String> problem = expressions.problem(expression);
    if (problem.isEmpty()) {
      return Optional.of(expression);
    }
    report.add(
        Code.PC0404
            .at(sentence.place(text), "`" + text + "` " + problem.get())
            .withHelp("write a shorter expression, or several sentences"));
    return Optional.empty();
  }

  private static String line(HeaderMatch header) {
    return header.value().map(value -> header.name() + ": " + value).orElse(header.name());
  }
}
