package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.condition.Comparand.Items;
import io.policyc.compiler.falco.condition.Comparand.Modifier;
import io.policyc.compiler.falco.condition.Condition.Compare;
import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.falco.fields.FieldType;
import io.policyc.compiler.falco.rules.OperandCheck.Typed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Comparisons that Falco loads and that end it when an event arrives.
///
/// Source: recorded replays of Falco 0.44.1.
final class Dangers {
  private static final Set<Operator> NAME =
      EnumSet.of(Operator.EQ, Operator.EQ2, Operator.NE, Operator.IN);

  private static final Set<FieldType> UNPRINTABLE =
      EnumSet.of(
          FieldType.ERRNO,
          FieldType.SOCKADDR,
          FieldType.SOCKTUPLE,
          FieldType.MODE,
          FieldType.SIGTYPE,
          FieldType.SIGSET,
          FieldType.FDLIST,
          FieldType.DYNAMIC);

  private Dangers() {}

  static void compare(Compare compare, Typed left, Consumer<Trouble> out) {
    if (left.field().isEmpty()) {
      return;
    }
    FieldUse use = left.field().get();
    String name = use.name();
    boolean empty = compare.right() instanceof Items(_, var items, _) && items.isEmpty();
    boolean modified = compare.right() instanceof Items(var m, _, _) && m != Modifier.NONE;
    if (empty && (modified ? !use.field().transformable() : name.equals("fd.net"))) {
      out.accept(danger(compare, name, "an empty list behind `" + name + "`"));
    } else if (isName(name) && !NAME.contains(compare.operator())) {
      out.accept(danger(compare, name, "`" + name + "` with anything but `=`, `!=` and `in`"));
    } else if (compare.operator() == Operator.INTERSECTS && isEitherSide(name)) {
      out.accept(danger(compare, name, "`" + name + " intersects`"));
    }
  }

  /// An output that shows a raw parameter of a kind that has no text.
  static Optional<String> output(String parameter) {
    return Parameters.types(parameter).stream().anyMatch(UNPRINTABLE::contains)
        ? Optional.of("`%evt.rawarg." + parameter + "` ends Falco when such an event arrives")
        : Optional.empty();
  }

  private static boolean isName(String name) {
    return name.startsWith("fd.") && name.endsWith("ip.name");
  }

  private static boolean isEitherSide(String name) {
    return name.equals("fd.ip") || name.equals("fd.port") || name.equals("fd.proto");
  }

  private static Trouble danger(Compare compare, String name, String what) {
    String message = what + " ends Falco when an event arrives";
    return Trouble.of(Code.PC0940, compare.at(), name.length(), message)
        .as(Trouble.Kind.KILLS_LATER);
  }
}
