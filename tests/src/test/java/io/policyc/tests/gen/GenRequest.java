package io.policyc.tests.gen;

import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.Word;
import io.policyc.tests.naive.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes up requests that a sentence admits, or almost.
final class GenRequest {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");

  private final Dice dice;

  GenRequest(Dice dice) {
    this.dice = dice;
  }

  What.Http near(Action.Request action, int port) {
    String method =
        action.methods().isEmpty() || dice.chance(12)
            ? dice.pick(METHODS)
            : dice.pick(action.methods()).text();
    String path =
        switch (action.paths()) {
          case Action.Paths.Patterns(var patterns) -> path(dice.pick(patterns).text());
          case Action.Paths.Matching _ ->
              dice.one("/v1/x", "/v2/", "/v3/x", "/a/77", "/b/1?q=1", "/exact", "/exact?x", "/c/1");
        };
    String query = dice.chance(25) ? dice.one("?", "?a=b", "?a=/x?y") : "";
    return new What.Http(
        port, method, mutated(path) + query, host(action), headers(action.conditions()));
  }

  What.Http near(Action.Call action, int port) {
    String path = "/" + dice.pick(action.methods()).text().replace("*", dice.one("Any", "Add"));
    String query = dice.chance(10) ? "?x" : "";
    return new What.Http(
        port,
        dice.chance(88) ? "POST" : dice.pick(METHODS),
        mutated(path) + query,
        "api.shop.example",
        headers(action.conditions()));
  }

  /// A request that no sentence has in mind.
  What.Http any(int port) {
    String path = path(dice.pick(GenRequestText.PATHS).replace("\"", ""));
    return new What.Http(port, dice.pick(METHODS), path, "other.example", new TreeMap<>());
  }

  /// A path that a pattern means.
  String path(String pattern) {
    List<String> segments = new ArrayList<>();
    for (String segment : pattern.split("/", -1)) {
      segments.add(segment(segment));
    }
    String path = String.join("/", segments);
    return path.isEmpty() ? "/" : path;
  }

  private String segment(String pattern) {
    return switch (pattern) {
      case "**" -> dice.one("", "x", "x/y", "deep/er/still");
      case "{id}", "{v}", "{z}" -> dice.one("5", "v1", "a%20b", "x.y");
      case "{id:uuid}" -> "123e4567-e89b-12d3-a456-426614174000";
      case "{id:int}" -> dice.one("7", "007");
      case "{s:slug}" -> dice.one("blue", "blue-shoes-2");
      default -> pattern.replace("*", dice.one("", "a", "any.thing"));
    };
  }

  private String mutated(String path) {
    if (dice.chance(70)) {
      return path;
    }
    int last = path.length() - 1;
    return switch (dice.between(0, 5)) {
      case 0 -> path + "/";
      case 1 -> path + "x";
      case 2 -> path.length() > 1 ? path.substring(0, last) : "/x";
      case 3 -> "/x" + path;
      case 4 -> path + "/more";
      default -> path.replace('.', '-').replace('1', 'A');
    };
  }

  private String host(Action.Request action) {
    String wanted =
        action.conditions().stream()
            .filter(Condition.Host.class::isInstance)
            .map(condition -> ((Condition.Host) condition).pattern().text())
            .findFirst()
            .orElse("api.shop.example");
    String host = wanted.replace("**", "a.b").replace("*", dice.one("a", "b1", ""));
    return switch (dice.between(0, 5)) {
      case 0 -> host + ":8080";
      case 1 -> host.replace('.', 'x');
      case 2 -> "x." + host;
      default -> host;
    };
  }

  private SortedMap<String, String> headers(List<Condition> conditions) {
    SortedMap<String, String> headers = new TreeMap<>();
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Header(var name, var value, _) && dice.chance(85)) {
        String right = value.map(Word::text).orElse("1");
        headers.put(name.text().toLowerCase(Locale.ROOT), dice.chance(88) ? right : "acmeX");
      }
    }
    if (dice.chance(10)) {
      headers.put("x-tenant", dice.one("acme", "other"));
    }
    return headers;
  }
}
