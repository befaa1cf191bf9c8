package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.model.Conversation.HeaderMatch;
import io.policyc.compiler.model.Conversation.Http;
import io.policyc.compiler.model.Conversation.PathMatch;
import java.util.ArrayList;
import java.util.List;

/// HTTP conversations as Cilium's rules: one for each expression of paths.
final class Requests {
  /// Ends an expression that admits a query string.
  static final String QUERY_TAIL = "(\\?.*)?";

  /// Whether a query string may follow.
  static boolean admitsQuery(HttpRule rule) {
    return rule.path().map(path -> path.endsWith(QUERY_TAIL)).orElse(false);
  }

  List<HttpRule> of(Http http) {
    List<HttpRule> rules = new ArrayList<>();
    for (PathMatch path : http.paths()) {
      HttpRule rule = HttpRule.EVERY.withPath(path(path, http.query()));
      if (!http.methods().isEmpty()) {
        rule = rule.withMethod(String.join("|", http.methods()));
      }
      if (http.host().isPresent()) {
        rule = rule.withHost(host(http.host().get()));
      }
      rules.add(rule.withHeaders(http.headers().stream().map(Requests::line).sorted().toList()));
    }
    return rules;
  }

  private static String path(PathMatch path, boolean query) {
    return switch (path) {
      case PathMatch.Pattern(var text) -> pattern(text, query) + (query ? QUERY_TAIL : "");
      case PathMatch.WithQuery(var text, var asked) ->
          pattern(text, false) + "\\?" + escaped(asked);
      case PathMatch.Expression(var re2) -> re2;
    };
  }

  private static String pattern(String text, boolean query) {
    String tail = query ? "(/.*)?" : "(/[^?]*)?";
    if (text.endsWith("/**")) {
      return pattern(text.substring(0, text.length() - 3), query) + tail;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*') {
        out.append("[!-.0->@-~]*");
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        out.append(placeholder(text.substring(i + 1, end)));
        i = end;
      } else {
        out.append(escaped(String.valueOf(c)));
      }
    }
    return out.toString();
  }

  private static String placeholder(String name) {
    int colon = name.indexOf(':');
    return switch (colon < 0 ? "" : name.substring(colon + 1)) {
      case "int" -> "[0-9]+";
      case "slug" -> "[a-z0-9]+(-[a-z0-9]+)*";
      case "uuid" -> "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
      default -> "[!-.0->@-~]+";
    };
  }

  private static String host(String host) {
    String out = host.startsWith("**.") ? "[-a-z0-9_]+(\\.[-a-z0-9_]+)*" : "";
    String rest = host.startsWith("**.") ? host.substring(2) : host;
    return out + escaped(rest).replace("\\*", "[-a-z0-9_]*") + "(:[0-9]+)?";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if ("\\.+*?()|[]{}^$".indexOf(text.charAt(i)) >= 0) {
        out.append('\\');
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  private static String line(HeaderMatch header) {
    return header.value().map(value -> header.name() + ": " + value).orElse(header.name());
  }
}
