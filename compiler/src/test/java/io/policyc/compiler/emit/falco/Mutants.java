package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Conditions with one thing left out: a term, or an item of a list.
final class Mutants {
  /// @param missing what was left out, and of what
  record Mutant(String missing, Condition condition) {
    Mutant in(Function<Condition, Condition> whole) {
      return new Mutant(missing, whole.apply(condition));
    }
  }

  private Mutants() {}

  static List<Mutant> of(Condition condition) {
    return switch (condition) {
      case Condition.And(var terms, var at) -> joined(terms, t -> new Condition.And(t, at));
      case Condition.Or(var terms, var at) -> joined(terms, t -> new Condition.Or(t, at));
      case Condition.Not(var term, var at) ->
          of(term).stream().map(m -> m.in(inner -> new Condition.Not(inner, at))).toList();
      case Condition.Compare(var left, var operator, var right, var at) -> {
        List<Mutant> mutants = new ArrayList<>();
        if (right instanceof Comparand.Items(var modifier, var items, var from)) {
          for (int i = 0; i < items.size() && items.size() > 1; i++) {
            Comparand less = new Comparand.Items(modifier, without(items, i), from);
            mutants.add(
                new Mutant(
                    items.get(i).text() + " of " + Texts.of(condition),
                    new Condition.Compare(left, operator, less, at)));
          }
        }
        yield mutants;
      }
      case Condition.Macro _, Condition.Exists _ -> List.of();
    };
  }

  private static List<Mutant> joined(
      List<Condition> terms, Function<List<Condition>, Condition> whole) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      int at = i;
      if (terms.size() > 1) {
        mutants.add(new Mutant(Texts.of(terms.get(i)), whole.apply(without(terms, i))));
      }
      of(terms.get(i))
          .forEach(
              inner ->
                  mutants.add(
                      inner.in(
                          changed -> {
                            List<Condition> all = new ArrayList<>(terms);
                            all.set(at, changed);
                            return whole.apply(all);
                          })));
    }
    return mutants;
  }

  private static <T> List<T> without(List<T> all, int at) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(at);
    return rest;
  }

  private static final class Texts {
    static String of(Condition condition) {
      return io.policyc.compiler.falco.condition.ConditionText.of(condition);
    }
  }
}
