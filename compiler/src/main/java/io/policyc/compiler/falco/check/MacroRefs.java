package io.policyc.compiler.falco.check;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Condition.And;
import io.policyc.compiler.falco.condition.Condition.Compare;
import io.policyc.compiler.falco.condition.Condition.Exists;
import io.policyc.compiler.falco.condition.Condition.Macro;
import io.policyc.compiler.falco.condition.Condition.Not;
import io.policyc.compiler.falco.condition.Condition.Or;
import java.util.ArrayList;
import java.util.List;

/// The macros that a condition names, in order.
record MacroRefs(List<Ref> all) {
  /// A macro's name, and its offset in the condition.
  record Ref(String name, int at) {}

  MacroRefs {
    all = List.copyOf(all);
  }

  static MacroRefs of(Condition condition) {
    List<Ref> refs = new ArrayList<>();
    collect(condition, refs);
    return new MacroRefs(refs);
  }

  private static void collect(Condition condition, List<Ref> refs) {
    switch (condition) {
      case And(var terms, _) -> collect(terms, refs);
      case Or(var terms, _) -> collect(terms, refs);
      case Not(var term, _) -> collect(term, refs);
      case Macro(var name, var at) -> refs.add(new Ref(name, at));
      case Exists _, Compare _ -> {}
    }
  }

  private static void collect(List<Condition> terms, List<Ref> refs) {
    for (Condition term : terms) {
      collect(term, refs);
    }
  }
}
