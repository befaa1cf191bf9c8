package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// What single comparisons check.
final class Comparisons {
  private static final Set<String> ENDS = Set.of("fd.ip", "fd.net", "fd.port", "fd.proto");

  private final Lists lists;
  private final Function<Refusal, Check> refuse;

  Comparisons(Lists lists, Function<Refusal, Check> refuse) {
    this.lists = lists;
    this.refuse = refuse;
  }

  /// Whether an operand has a value.
  Check exists(Operand left) {
    if (left instanceof Operand.Field(var name, var argument, _) && argument.isEmpty()) {
      if (ENDS.contains(name)) {
        return event -> Fields.ends(name, event).isPresent();
      }
      if (Ancestors.mean(name)) {
        return event -> !Ancestors.of(name, event).isEmpty();
      }
    }
    return Sources.of(left)
        .<Check>map(source -> event -> source.of(event).isPresent())
        .orElseGet(() -> unsuited(left));
  }

  private Check unsuited(Operand left) {
    return refuse.apply(new Refusal("the transformer doesn't take what it is given", left.at()));
  }

  /// What a comparison checks.
  Check check(Condition.Compare compare) {
    if (compare.left() instanceof Operand.Field(var name, var argument, _) && argument.isEmpty()) {
      if (ENDS.contains(name)) {
        return against(compare, Kinds.of(name), test -> ends(name, compare.operator(), test));
      }
      if (Ancestors.mean(name)) {
        return against(
            compare,
            Kinds.of(name),
            test -> event -> Ancestors.of(name, event).stream().anyMatch(test));
      }
    }
    return Sources.of(compare.left())
        .map(source -> single(compare, source))
        .orElseGet(() -> unsuited(compare.left()));
  }

  private static Check ends(String name, Operator operator, Predicate<Value> test) {
    return event -> {
      List<Value> ends = Fields.ends(name, event).orElse(List.of());
      return operator == Operator.NE
          ? !ends.isEmpty() && ends.stream().allMatch(test)
          : ends.stream().anyMatch(test);
    };
  }

  private Check single(Condition.Compare compare, Source source) {
    if (compare.right() instanceof Comparand.Value(var operand, _)) {
      return Sources.of(operand)
          .map(right -> between(compare, source, right))
          .orElseGet(() -> unsuited(operand));
    }
    return against(compare, source.kind(), test -> oneOf(source, compare.operator(), test));
  }

  private static Check oneOf(Source source, Operator operator, Predicate<Value> test) {
    return event ->
        source
            .of(event)
            .filter(
                values ->
                    operator == Operator.INTERSECTS
                        ? values.stream().anyMatch(test)
                        : values.stream().allMatch(test))
            .isPresent();
  }

  private Check between(Condition.Compare compare, Source left, Source right) {
    return event ->
        right
            .of(event)
            .map(values -> values.stream().map(Convert::text).toList())
            .filter(
                values -> compare.operator() == Operator.IN || values.size() == 1 || left.list())
            .flatMap(values -> Matching.of(left.kind(), compare.operator(), values))
            .filter(test -> oneOf(left, compare.operator(), test).holds(event))
            .isPresent();
  }

  private Check against(
      Condition.Compare compare, Kind kind, Function<Predicate<Value>, Check> check) {
    if (kind == Kind.DYNAMIC) {
      return event -> dynamic(compare, event).map(check).filter(c -> c.holds(event)).isPresent();
    }
    return Constants.test(kind, compare.operator(), compare.right(), lists)
        .map(check)
        .orElseGet(
            () ->
                refuse.apply(
                    new Refusal(
                        "`" + compare.operator().text() + "` doesn't take these constants here",
                        compare.right().at())));
  }

  private Optional<Predicate<Value>> dynamic(Condition.Compare compare, FalcoEvent event) {
    return Sources.of(compare.left())
        .flatMap(source -> source.of(event))
        .map(values -> values.getFirst() instanceof Value.Whole ? Kind.S64 : Kind.TEXT)
        .flatMap(kind -> Constants.test(kind, compare.operator(), compare.right(), lists));
  }
}
