package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Operator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What single comparisons check.
final class Comparisons {
  private static final Set<Operator> OF_LISTS = EnumSet.of(Operator.IN, Operator.INTERSECTS);

  private final Function<Refusal, Check> refuse;

  Comparisons(Function<Refusal, Check> refuse) {
    this.refuse = refuse;
  }

  /// Whether an operand has a value.
  Check exists(Operand left) {
    return Sources.compared(left).map(Comparisons::exists).orElseGet(() -> unknown(left));
  }

  private static Check exists(Source source) {
    // the fields for both ends exist with the file, whatever it is
    return source.shape() == Source.Shape.ENDS
        ? event -> event.value("fd.type").isPresent()
        : event -> source.of(event).isPresent();
  }

  /// What a comparison checks.
  Check check(Condition.Compare compare) {
    return Sources.compared(compare.left())
        .map(source -> check(compare, source))
        .orElseGet(() -> unknown(compare.left()));
  }

  private Check check(Condition.Compare compare, Source source) {
    Optional<Refusal> deadly = Deadly.reason(compare, source.shape());
    if (deadly.isPresent()) {
      return refuse.apply(deadly.get());
    }
    boolean list = source.shape() == Source.Shape.LIST;
    if (list && !OF_LISTS.contains(compare.operator())) {
      return unsuited(compare);
    }
    if (compare.right() instanceof Comparand.Value(var operand, _)) {
      return Sources.of(operand)
          .map(right -> between(compare, source, right))
          .orElseGet(() -> unknown(operand));
    }
    return source.kind() == Kind.DYNAMIC ? dynamic(compare, source) : constant(compare, source);
  }

  private Check constant(Condition.Compare compare, Source source) {
    Operator operator = compare.operator();
    return Constants.test(source.kind(), source.shape(), operator, compare.right())
        .<Check>map(test -> event -> source.holds(event, operator, test))
        .orElseGet(() -> unsuited(compare));
  }

  private Check between(Condition.Compare compare, Source left, Source right) {
    Operator operator = compare.operator();
    boolean alike = left.shape() == right.shape() && left.kind() == right.kind();
    boolean constant = operator == Operator.PMATCH || operator == Operator.REGEX;
    if (!alike || constant || left.shape().own() || left.kind() == Kind.NETWORK) {
      return unsuited(compare);
    }
    return event ->
        right
            .of(event)
            .map(values -> values.stream().map(Convert::text).toList())
            .flatMap(values -> Matching.of(left.kind(), operator, values))
            .filter(test -> left.holds(event, operator, test))
            .isPresent();
  }

  private static Check dynamic(Condition.Compare compare, Source source) {
    Operand.Field field = (Operand.Field) compare.left();
    return event ->
        kind(field, event)
            .flatMap(
                kind -> Constants.test(kind, source.shape(), compare.operator(), compare.right()))
            .filter(test -> source.holds(event, compare.operator(), test))
            .isPresent();
  }

  private static Optional<Kind> kind(Operand.Field field, FalcoEvent event) {
    return event.value("evt.type").flatMap(type -> Kinds.raw(field.name(), Convert.text(type)));
  }

  private Check unknown(Operand operand) {
    String reason =
        operand instanceof Operand.Field(var name, _, _)
            ? "there is no field `" + name + "`"
            : "a transformer doesn't take what it is given";
    return refuse.apply(new Refusal(reason, operand.at()));
  }

  private Check unsuited(Condition.Compare compare) {
    String reason = "`" + compare.operator().text() + "` doesn't take this here";
    return refuse.apply(new Refusal(reason, compare.right().at()));
  }
}
