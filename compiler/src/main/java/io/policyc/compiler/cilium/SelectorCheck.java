package io.policyc.compiler.cilium;

/// Judges selectors.
final class SelectorCheck {
  private final Violations violations;

  SelectorCheck(Violations violations) {
    this.violations = violations;
  }

  /// Judges a selector of pods or nodes.
  void check(EndpointSelector selector, At at) {
    selector.matchLabels().forEach((key, value) -> label(key, value, at.child("matchLabels")));
    for (int i = 0; i < selector.matchExpressions().size(); i++) {
      expression(selector.matchExpressions().get(i), at.child("matchExpressions").item(i));
    }
  }

  private void label(String key, String value, At at) {
    key(key, at.child(key));
    value(value, at.child(key));
  }

  private void key(String key, At at) {
    boolean today = violations.version().atLeast(CiliumVersion.V1_20);
    if (!(today ? Syntax.isCiliumKey(key) : Syntax.isOldCiliumKey(key))) {
      violations.add(
          "2b.2",
          at,
          "`%s` is no key of a label for Cilium %s".formatted(key, violations.version().text()));
    }
  }

  private void expression(MatchExpression expression, At at) {
    key(expression.key(), at.child("key"));
    boolean wantsValues =
        switch (expression.operator()) {
          case IN, NOT_IN -> true;
          case EXISTS, DOES_NOT_EXIST -> false;
        };
    if (wantsValues == expression.values().isEmpty()) {
      violations.add(
          "2b.2",
          at.child("values"),
          "`%s` takes %s"
              .formatted(
                  expression.operator().word(), wantsValues ? "at least one value" : "no values"));
    }
    for (int i = 0; i < expression.values().size(); i++) {
      String value = expression.values().get(i);
      if (!Syntax.isLabelValue(value)) {
        violations.add(
            "2b.2", at.child("values").item(i), "`" + value + "` is no value of a label");
      }
    }
  }

  /// Judges a selector of groups of addresses; before 1.20 their labels had no source.
  void checkGroups(EndpointSelector selector, At at) {
    check(selector, at);
    boolean source =
        selector.matchLabels().keySet().stream().anyMatch(key -> key.indexOf(':') >= 0)
            || selector.matchExpressions().stream().anyMatch(e -> e.key().indexOf(':') >= 0);
    if (source && !violations.version().atLeast(CiliumVersion.V1_20)) {
      violations.add("2b.2", at, "the labels of a group have no source before Cilium 1.20");
    }
  }

  /// Judges a selector of services, of which only the schema sees the values.
  void values(EndpointSelector selector, At at) {
    At labels = at.child("selector").child("matchLabels");
    selector.matchLabels().forEach((key, value) -> value(value, labels.child(key)));
  }

  private void value(String value, At at) {
    if (!Syntax.isLabelValue(value)) {
      violations.add("2a.15", at, "`" + value + "` is no value of a label");
    }
  }
}
