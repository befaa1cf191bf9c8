package io.policyc.compiler.cilium;

import java.util.Optional;

/// Judges rules about HTTP.
final class HttpCheck {
  private final Violations violations;

  HttpCheck(Violations violations) {
    this.violations = violations;
  }

  /// Judges one item of `http`.
  void check(HttpRule rule, At at) {
    regex("2b.17", rule.path(), at, "path");
    regex("2b.17", rule.method(), at, "method");
    // Cilium doesn't look at it, Envoy refuses it later and with it the endpoint's whole policy.
    regex("envoy.regex", rule.host(), at, "host");
    for (int i = 0; i < rule.headerMatches().size(); i++) {
      header(rule.headerMatches().get(i), at.child("headerMatches").item(i));
    }
  }

  private void regex(String line, Optional<String> expression, At at, String field) {
    if (expression.isPresent() && !expression.get().isEmpty()) {
      violations
          .regexes()
          .problem(expression.get())
          .ifPresent(
              problem ->
                  violations.add(line, at.child(field), "`" + expression.get() + "` " + problem));
    }
  }

  private void header(HeaderMatch match, At at) {
    if (match.name().isEmpty()) {
      violations.add("2b.17", at.child("name"), "the header has no name");
    }
    if (match.secret().isPresent() && match.secret().get().name().isEmpty()) {
      violations.add("2b.17", at.child("secret"), "the secret has no name");
    }
  }
}
