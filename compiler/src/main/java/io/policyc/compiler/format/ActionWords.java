package io.policyc.compiler.format;

import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.PortClause;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.Word;
import java.util.List;

/// Actions as sentences spell them.
final class ActionWords {
  private ActionWords() {}

  /// Adds an action to the phrase of its sentence.
  static Phrase add(Phrase phrase, Action action) {
    return switch (action) {
      case Action.Request(var methods, var paths, var on, var ports, var conditions, var span) ->
          rest(
              paths(methods(phrase, methods), paths).add("on").list(PartyWords.of(on)),
              ports,
              conditions);
      case Action.Call(var methods, var on, var ports, var conditions, var span) ->
          rest(
              phrase.add("call").list(Words.of(methods)).add("on").list(PartyWords.of(on)),
              ports,
              conditions);
      case Action.Connect(var to, var ports, var conditions, var span) ->
          rest(phrase.add("connect to").list(PartyWords.of(to)), ports, conditions);
      case Action.Reach(var receivers, var conditions, var span) ->
          rest(
              phrase.add("reach").list(PartyWords.of(receivers)),
              new PortClause.Unsaid(),
              conditions);
      case Action.Ping(var receivers, var span) ->
          phrase.add("ping").list(PartyWords.of(receivers));
      case Action.Resolve(var names, var span) -> phrase.add("resolve").list(Words.of(names));
      case Action.Use(var capabilities, var span) -> phrase.add("use").list(Words.of(capabilities));
    };
  }

  private static Phrase methods(Phrase phrase, List<Word> methods) {
    return methods.isEmpty() ? phrase.add("request") : phrase.list(Words.of(methods));
  }

  private static Phrase paths(Phrase phrase, Action.Paths paths) {
    return switch (paths) {
      case Action.Paths.Patterns(var patterns) -> phrase.list(Words.of(patterns));
      case Action.Paths.Matching(var expression) ->
          phrase.add("path matching " + Words.expression(expression));
    };
  }

  private static Phrase rest(Phrase phrase, PortClause ports, List<Condition> conditions) {
    ports(phrase, ports);
    conditions.forEach(c -> phrase.clause(condition(c)));
    return phrase;
  }

  /// Adds ports, where there are any.
  static Phrase ports(Phrase phrase, PortClause ports) {
    return switch (ports) {
      case PortClause.Unsaid() -> phrase;
      case PortClause.Every(var protocol, var span) ->
          phrase.add("every port" + protocol.map(p -> "/" + p.word()).orElse(""));
      case PortClause.Listed(List<PortItem> items) ->
          phrase.add("port").list(items.stream().map(Words::port).toList());
    };
  }

  private static String condition(Condition condition) {
    return switch (condition) {
      case Condition.Header(var name, var value, var span) ->
          "with header " + Words.of(name) + value.map(v -> ": " + Words.of(v)).orElse("");
      case Condition.Host(var pattern, var span) -> "with host " + Words.of(pattern);
      case Condition.WithoutQuery(var span) -> "without query";
      case Condition.MutualAuth(var span) -> "with mutual auth";
      case Condition.Sni(var name, var span) ->
          "with sni" + name.map(n -> " " + Words.of(n)).orElse("");
    };
  }
}
