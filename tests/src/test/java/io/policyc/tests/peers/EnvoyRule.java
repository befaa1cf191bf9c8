package io.policyc.tests.peers;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a request must carry; all of it must hold.
///
/// @param headers what is asked of `:path`, `:method`, `:authority` and other headers, by name
public record EnvoyRule(Map<String, Matcher> headers) {
  public EnvoyRule {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /// What is asked of one header.
  public sealed interface Matcher {}

  /// An RE2 expression that must match all of the value.
  public record Regex(String expression) implements Matcher {}

  /// This value.
  public record Exact(String value) implements Matcher {}

  /// Any value.
  public record Present() implements Matcher {}

  /// A rule on the path alone.
  public static EnvoyRule path(String expression) {
    return new EnvoyRule(Map.of(":path", new Regex(expression)));
  }

  JsonNode route() {
    ObjectNode route = Json.object();
    ObjectNode match = route.putObject("match").put("prefix", "/");
    match.set("headers", Json.array(headers.entrySet(), EnvoyRule::header));
    route.putObject("direct_response").put("status", 200);
    return route;
  }

  private static JsonNode header(Map.Entry<String, Matcher> header) {
    ObjectNode json = Json.object().put("name", header.getKey());
    switch (header.getValue()) {
      case Regex(var expression) ->
          json.putObject("string_match").putObject("safe_regex").put("regex", expression);
      case Exact(var value) -> json.putObject("string_match").put("exact", value);
      case Present _ -> json.put("present_match", true);
    }
    return json;
  }
}
