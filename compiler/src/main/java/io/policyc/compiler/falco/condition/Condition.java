package io.policyc.compiler.falco.condition;

import java.util.List;

/// A condition of a rule or macro, as Falco 0.44.1 parses it (libs 0.25.4,
/// userspace/libsinsp/filter/parser.h).
///
/// `at` is the offset in the condition's text, in UTF-16 units; 0 where there is no text.
public sealed interface Condition {
  /// Where it begins.
  int at();

  /// All terms hold.
  ///
  /// @param terms at least one
  record And(List<Condition> terms, int at) implements Condition {
    public And {
      terms = List.copyOf(terms);
    }
  }

  /// At least one term holds.
  ///
  /// @param terms at least one
  record Or(List<Condition> terms, int at) implements Condition {
    public Or {
      terms = List.copyOf(terms);
    }
  }

  /// `not proc.name = sh`: the term doesn't hold.
  record Not(Condition term, int at) implements Condition {}

  /// `spawned_process`: what the macro of that name says.
  record Macro(String name, int at) implements Condition {}

  /// `container.id exists`: the field has a value.
  record Exists(Operand left, int at) implements Condition {}

  /// `proc.name in (bash, sh)`
  record Compare(Operand left, Operator operator, Comparand right, int at) implements Condition {}
}
