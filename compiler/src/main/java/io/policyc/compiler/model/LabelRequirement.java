package io.policyc.compiler.model;

import java.util.List;

/// One condition on labels, with Kubernetes' meaning.
///
/// @param key the label's key
/// @param values sorted, without doubles; empty for `EXISTS` and `ABSENT`
public record LabelRequirement(String key, Operator operator, List<String> values)
    implements Comparable<LabelRequirement> {
  public LabelRequirement {
    values = values.stream().sorted().distinct().toList();
  }

  /// `key: value`
  public static LabelRequirement is(String key, String value) {
    return new LabelRequirement(key, Operator.IN, List.of(value));
  }

  /// How a label is compared.
  public enum Operator {
    /// The label is there with one of the values.
    IN,
    /// The label is absent, or has none of the values.
    NOT_IN,
    EXISTS,
    ABSENT
  }

  /// Whether both can hold of the same object: false only where that is impossible.
  public boolean compatibleWith(LabelRequirement other) {
    return !key.equals(other.key) || overlaps(other);
  }

  private boolean overlaps(LabelRequirement other) {
    return switch (operator) {
      case IN ->
          switch (other.operator) {
            case IN -> values.stream().anyMatch(other.values::contains);
            case NOT_IN -> !other.values.containsAll(values);
            case EXISTS -> true;
            case ABSENT -> false;
          };
      case NOT_IN -> other.operator != Operator.IN || other.overlaps(this);
      case EXISTS -> other.operator != Operator.ABSENT;
      case ABSENT -> other.operator == Operator.ABSENT || other.operator == Operator.NOT_IN;
    };
  }

  /// What holds of the objects of which this one does not hold.
  public LabelRequirement negated() {
    Operator opposite =
        switch (operator) {
          case IN -> Operator.NOT_IN;
          case NOT_IN -> Operator.IN;
          case EXISTS -> Operator.ABSENT;
          case ABSENT -> Operator.EXISTS;
        };
    return new LabelRequirement(key, opposite, values);
  }

  /// Whether every object of which this one holds meets the other one, too.
  public boolean implies(LabelRequirement other) {
    if (!key.equals(other.key)) {
      return false;
    }
    return switch (other.operator) {
      case IN -> operator == Operator.IN && other.values.containsAll(values);
      case NOT_IN ->
          switch (operator) {
            case IN -> values.stream().noneMatch(other.values::contains);
            case NOT_IN -> values.containsAll(other.values);
            case EXISTS -> false;
            case ABSENT -> true;
          };
      case EXISTS -> operator == Operator.IN || operator == Operator.EXISTS;
      case ABSENT -> operator == Operator.ABSENT;
    };
  }

  @Override
  public int compareTo(LabelRequirement other) {
    int byKey = key.compareTo(other.key);
    int byOperator = byKey != 0 ? byKey : operator.compareTo(other.operator);
    return byOperator != 0 ? byOperator : values.toString().compareTo(other.values.toString());
  }
}
