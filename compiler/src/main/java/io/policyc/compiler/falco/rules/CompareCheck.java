package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Comparand.Items;
import io.policyc.compiler.falco.condition.Comparand.ListName;
import io.policyc.compiler.falco.condition.Comparand.Modifier;
import io.policyc.compiler.falco.condition.Comparand.Text;
import io.policyc.compiler.falco.condition.Comparand.Value;
import io.policyc.compiler.falco.condition.Condition.Compare;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.falco.fields.FalcoField;
import io.policyc.compiler.falco.fields.FieldType;
import io.policyc.compiler.falco.rules.OperandCheck.Typed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Looks at one comparison: whether its field takes the operator, and the operator what stands on
/// its right.
final class CompareCheck {
  private static final Set<Operator> NO_VALUE = Set.of(Operator.REGEX, Operator.PMATCH);

  private final OperandCheck operands;

  CompareCheck(OperandCheck operands) {
    this.operands = operands;
  }

  /// Hands over what stops Falco, or all that it only warns of.
  void check(Compare compare, Consumer<Trouble> out) {
    try {
      Typed left = operands.type(compare.left());
      operator(compare, left);
      right(compare, left);
      Dangers.compare(compare, left, out);
      Oddities.compare(compare, left, operands.fields(), out);
    } catch (Wrong e) {
      out.accept(e.trouble());
    }
  }

  /// Hands over what is wrong with a field that must exist.
  void exists(Operand operand, Consumer<Trouble> out) {
    try {
      operands.type(operand);
    } catch (Wrong e) {
      out.accept(e.trouble());
    }
  }

  private static void operator(Compare compare, Typed left) throws Wrong {
    Set<Operator> taken = Operators.of(left.type(), left.list());
    Operator operator = compare.operator();
    boolean around = left.field().filter(f -> f.name().equals("evt.around")).isPresent();
    boolean equal = operator == Operator.EQ || operator == Operator.EQ2;
    if (!taken.contains(operator) || (around && !equal)) {
      throw refused(compare, left, taken);
    }
    boolean modified = compare.right() instanceof Items(var m, _, _) && m != Modifier.NONE;
    if (modified && around) {
      throw refused(compare, left, Set.of(Operator.EQ));
    }
  }

  private static Wrong refused(Compare compare, Typed left, Set<Operator> taken) {
    String what = left.list() ? "lists" : Types.words(left.type());
    String message = "`" + compare.operator().text() + "` doesn't compare " + what;
    Trouble trouble = Trouble.of(Code.PC0923, compare.at(), length(compare.left()), message);
    String all = String.join(", ", taken.stream().map(Operator::text).sorted().toList());
    return new Wrong(
        trouble.withHelp(all.isEmpty() ? "write `exists`" : "write one of " + all + ", exists"));
  }

  private void right(Compare compare, Typed left) throws Wrong {
    switch (compare.right()) {
      case Text constant -> constant(compare, left, constant);
      case ListName(var name, var at) -> constant(compare, left, new Text(name, false, at));
      case Items(_, var items, _) -> {
        for (Text item : items) {
          constant(compare, left, item);
        }
      }
      case Value(var operand, _) -> value(compare, left, operand);
    }
  }

  private void constant(Compare compare, Typed left, Text constant) throws Wrong {
    if (left.eventType() && OperandCheck.isText(left.type())) {
      Constants.event(constant, operands.advice());
    }
    Constants.check(left.type(), compare.operator(), constant);
    if (compare.operator() == Operator.REGEX) {
      regex(constant);
    }
    boolean raw = left.field().filter(f -> f.name().equals("evt.rawarg")).isPresent();
    if (raw && left.type() == FieldType.BYTEBUF) {
      String message = "a raw buffer can't be compared with a constant";
      throw new Wrong(
          Trouble.of(Code.PC0924, constant.at(), Constants.length(constant), message)
              .withHelp("write `evt.arg` in place of `evt.rawarg`"));
    }
  }

  private static void regex(Text constant) throws Wrong {
    Optional<String> problem = PosixRegex.problem(constant.text());
    if (problem.isPresent()) {
      throw new Wrong(
          Trouble.of(Code.PC0926, constant.at(), Constants.length(constant), problem.get())
              .withHelp("write POSIX syntax: `[[:digit:]]` for `\\d`, `(a)` for `(?:a)`"));
    }
  }

  private void value(Compare compare, Typed left, Operand operand) throws Wrong {
    Typed right = operands.type(operand);
    if (NO_VALUE.contains(compare.operator())) {
      throw val(operand, "`" + compare.operator().text() + "` takes constants only");
    }
    if (left.type() == FieldType.IPNET) {
      throw val(operand, "networks are compared with constants only");
    }
    Optional<FalcoField> fixed = field(left).filter(f -> !f.rightHandSide());
    if (fixed.isPresent()) {
      throw val(operand, "`" + fixed.get().name() + "` is compared with constants only");
    }
    Optional<FalcoField> bound = field(right).filter(f -> !f.rightHandSide());
    if (bound.isPresent()) {
      throw val(operand, "`" + bound.get().name() + "` can't stand on the right-hand side");
    }
    if (left.type() != right.type() || (left.list() != right.list() && !listed(compare))) {
      String message =
          Types.words(left.type()) + " can't be compared with " + Types.words(right.type());
      throw val(operand, left.type() == right.type() ? "the types differ" : message);
    }
  }

  private static boolean listed(Compare compare) {
    return compare.operator() == Operator.IN || compare.operator() == Operator.INTERSECTS;
  }

  private static Optional<FalcoField> field(Typed typed) {
    return typed.field().map(FieldUse::field);
  }

  private static Wrong val(Operand operand, String message) {
    return new Wrong(Trouble.of(Code.PC0927, operand.at(), length(operand), message));
  }

  static int length(Operand operand) {
    return operand instanceof Operand.Field(var name, _, _) ? name.length() : 1;
  }

  /// The constants on the right-hand side.
  static List<Text> constants(Comparand right) {
    return switch (right) {
      case Text constant -> List.of(constant);
      case ListName(var name, var at) -> List.of(new Text(name, false, at));
      case Items(_, var items, _) -> items;
      case Value _ -> List.of();
    };
  }
}
