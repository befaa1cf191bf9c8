package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.condition.Comparand.Items;
import io.policyc.compiler.falco.condition.Comparand.ListName;
import io.policyc.compiler.falco.condition.Comparand.Modifier;
import io.policyc.compiler.falco.condition.Comparand.Text;
import io.policyc.compiler.falco.condition.Comparand.Value;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Condition.And;
import io.policyc.compiler.falco.condition.Condition.Compare;
import io.policyc.compiler.falco.condition.Condition.Exists;
import io.policyc.compiler.falco.condition.Condition.Macro;
import io.policyc.compiler.falco.condition.Condition.Not;
import io.policyc.compiler.falco.condition.Condition.Or;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The events that a condition can meet, by what it says of `evt.type`.
///
/// Source: libs 0.25.4, userspace/libsinsp/filter/ppm_codes.cpp: `not` is pushed down to the
/// comparisons, and a comparison of anything else can meet every event.
final class Meaning {
  private final Function<String, Optional<Both>> macros;

  /// @param macros what macros meet
  Meaning(Function<String, Optional<Both>> macros) {
    this.macros = macros;
  }

  /// The events that a condition can meet, and those that its opposite can.
  record Both(EventSet holds, EventSet fails) {
    static final Both ANY = new Both(EventSet.all(), EventSet.all());
    static final Both ALWAYS = new Both(EventSet.all(), EventSet.of(List.of()));

    Both swapped() {
      return new Both(fails, holds);
    }
  }

  Both of(Condition condition) {
    return switch (condition) {
      case And(var terms, _) -> all(terms);
      case Or(var terms, _) -> any(terms);
      case Not(var term, _) -> of(term).swapped();
      case Macro(var name, _) -> macros.apply(name).orElse(Both.ANY);
      case Exists(var left, _) -> isType(left) ? Both.ALWAYS : Both.ANY;
      case Compare compare -> compare(compare);
    };
  }

  private Both all(List<Condition> terms) {
    EventSet holds = EventSet.all();
    EventSet fails = EventSet.of(List.of());
    for (Condition term : terms) {
      Both both = of(term);
      holds = holds.and(both.holds());
      fails = fails.or(both.fails());
    }
    return new Both(holds, fails);
  }

  private Both any(List<Condition> terms) {
    EventSet holds = EventSet.of(List.of());
    EventSet fails = EventSet.all();
    for (Condition term : terms) {
      Both both = of(term);
      holds = holds.or(both.holds());
      fails = fails.and(both.fails());
    }
    return new Both(holds, fails);
  }

  private static Both compare(Compare compare) {
    boolean modified = compare.right() instanceof Items(var m, _, _) && m != Modifier.NONE;
    if (modified || !isType(compare.left()) || !restricts(compare.operator())) {
      return Both.ANY;
    }
    EventSet named = EventSet.of(names(compare));
    Both both = new Both(named, named.not());
    return compare.operator() == Operator.NE ? both.swapped() : both;
  }

  private static List<String> names(Compare compare) {
    return switch (compare.right()) {
      case Text(var text, _, _) -> List.of(text);
      case ListName(var name, _) -> List.of(name);
      case Items(_, var items, _) -> items.stream().map(Text::text).toList();
      case Value _ -> List.of();
    };
  }

  static boolean restricts(Operator operator) {
    return switch (operator) {
      case EQ, EQ2, NE, IN -> true;
      default -> false;
    };
  }

  static boolean isType(Operand operand) {
    return operand instanceof Operand.Field(var name, var argument, _)
        && (name.equals("evt.type") || name.equals("syscall.type"))
        && argument.isEmpty();
  }
}
