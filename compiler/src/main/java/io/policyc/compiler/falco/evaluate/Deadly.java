package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.falco.evaluate.Source.Shape;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Comparisons that Falco 0.44.1 loads and dies of, when it loads them or when an event arrives.
final class Deadly {
  private static final Set<Operator> OF_NAMES =
      EnumSet.of(Operator.EQ, Operator.EQ2, Operator.NE, Operator.IN);

  private Deadly() {}

  /// Why a comparison kills Falco, if it does.
  static Optional<Refusal> reason(Condition.Compare compare, Shape shape) {
    return text(compare, shape).map(reason -> new Refusal(reason, compare.left().at()));
  }

  private static Optional<String> text(Condition.Compare compare, Shape shape) {
    Operator operator = compare.operator();
    if (shape.own() && noneAfterModifier(compare.right())) {
      return Optional.of("an empty list after a modifier ends Falco on this field");
    }
    if (shape == Shape.DOMAIN && !OF_NAMES.contains(operator)) {
      return Optional.of("`" + operator.text() + "` on the name of an address ends Falco");
    }
    if (shape == Shape.ENDS && operator == Operator.INTERSECTS && !isNet(compare)) {
      return Optional.of("`intersects` on both ends of a connection ends Falco");
    }
    if (isNet(compare) && operator == Operator.IN && isEmpty(compare.right())) {
      return Optional.of("`fd.net in ()` ends Falco");
    }
    return Optional.empty();
  }

  private static boolean noneAfterModifier(Comparand right) {
    return right instanceof Comparand.Items(var modifier, var items, _)
        && modifier != Comparand.Modifier.NONE
        && items.isEmpty();
  }

  private static boolean isEmpty(Comparand right) {
    return right instanceof Comparand.Items(_, var items, _) && items.isEmpty();
  }

  private static boolean isNet(Condition.Compare compare) {
    return compare.left() instanceof Operand.Field(var name, _, _) && name.equals("fd.net");
  }
}
