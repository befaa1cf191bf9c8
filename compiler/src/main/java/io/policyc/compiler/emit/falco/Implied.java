package io.policyc.compiler.emit.falco;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import java.util.List;

/// What conditions on labels say beyond themselves.
final class Implied {
  private Implied() {}

  /// Whether a pod that meets all of the given conditions surely meets the one asked for.
  static boolean by(List<LabelRequirement> given, LabelRequirement asked) {
    return given.stream().anyMatch(one -> one.key().equals(asked.key()) && implies(one, asked));
  }

  /// Those of the conditions asked for that a pod which meets the given ones may still not meet.
  static List<LabelRequirement> rest(List<LabelRequirement> given, List<LabelRequirement> asked) {
    return asked.stream().filter(label -> !by(given, label)).toList();
  }

  private static boolean implies(LabelRequirement given, LabelRequirement asked) {
    return switch (asked.operator()) {
      case IN -> given.operator() == Operator.IN && asked.values().containsAll(given.values());
      case NOT_IN ->
          switch (given.operator()) {
            case IN -> given.values().stream().noneMatch(asked.values()::contains);
            case NOT_IN -> given.values().containsAll(asked.values());
            case ABSENT -> true;
            case EXISTS -> false;
          };
      case EXISTS -> given.operator() == Operator.IN || given.operator() == Operator.EXISTS;
      case ABSENT -> given.operator() == Operator.ABSENT;
    };
  }
}
