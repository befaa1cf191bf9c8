package io.policyc.compiler.cilium;

import java.util.List;

/// One item of a selector's `matchExpressions`: `{key: tier, operator: In, values: [api, core]}`.
///
/// @param key a label key, with a source in front (`k8s:`) or without
/// @param values of `In` and `NotIn` at least one, of the others none: Cilium refuses the rest
public record MatchExpression(String key, Operator operator, List<String> values) {
  /// How the label of that key is compared.
  public enum Operator {
    /// The label exists with one of the values.
    IN("In"),
    /// The label is absent or has none of the values.
    NOT_IN("NotIn"),
    /// The label exists.
    EXISTS("Exists"),
    /// The label is absent.
    DOES_NOT_EXIST("DoesNotExist");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    /// As YAML spells it; the case matters.
    public String word() {
      return word;
    }
  }

  public MatchExpression {
    values = List.copyOf(values);
  }

  /// `key in (values)`.
  public static MatchExpression in(String key, List<String> values) {
    return new MatchExpression(key, Operator.IN, values);
  }

  /// `key not in (values)`, also for pods without that label.
  public static MatchExpression notIn(String key, List<String> values) {
    return new MatchExpression(key, Operator.NOT_IN, values);
  }

  /// `key exists`.
  public static MatchExpression exists(String key) {
    return new MatchExpression(key, Operator.EXISTS, List.of());
  }

  /// `key absent`.
  public static MatchExpression absent(String key) {
    return new MatchExpression(key, Operator.DOES_NOT_EXIST, List.of());
  }
}
