package io.policyc.compiler.falco.condition;

import io.policyc.compiler.falco.condition.Comparand.Items;
import io.policyc.compiler.falco.condition.Comparand.ListName;
import io.policyc.compiler.falco.condition.Comparand.Text;
import io.policyc.compiler.falco.condition.Comparand.Value;
import io.policyc.compiler.falco.condition.Condition.And;
import io.policyc.compiler.falco.condition.Condition.Compare;
import io.policyc.compiler.falco.condition.Condition.Exists;
import io.policyc.compiler.falco.condition.Condition.Macro;
import io.policyc.compiler.falco.condition.Condition.Not;
import io.policyc.compiler.falco.condition.Condition.Or;
import io.policyc.compiler.falco.condition.Operand.Constant;
import io.policyc.compiler.falco.condition.Operand.Field;
import io.policyc.compiler.falco.condition.Operand.Listed;
import io.policyc.compiler.falco.condition.Operand.Transformed;
import java.util.List;

/// Writes a condition as the one text that [ConditionParser] reads back as the same tree, offsets
/// apart; a constant that needs quotes gets them.
///
/// An `And` or `Or` of one term is written as that term.
public final class ConditionText {
  private final StringBuilder out = new StringBuilder();

  private ConditionText() {}

  /// The text of a condition.
  ///
  /// @throws IllegalArgumentException where a name, a number or a constant has no spelling; ask
  ///   [#canWrite] about a constant first
  public static String of(Condition condition) {
    ConditionText text = new ConditionText();
    text.condition(condition);
    return text.out.toString();
  }

  /// Whether a constant or a field's argument can be written: all but what has a NUL, and what ends
  /// with a backslash and can't stand without quotes.
  public static boolean canWrite(String constant) {
    boolean quotable = constant.indexOf('\0') < 0 && !constant.endsWith("\\");
    return quotable || Quotes.isBare(constant);
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Or(var terms, _) -> joined(terms, " or ", false);
      case And(var terms, _) -> joined(terms, " and ", true);
      case Not(var term, _) -> negated(term);
      case Macro(var name, _) -> out.append(Names.macro(name));
      case Exists(var left, _) -> {
        operand(left);
        out.append(" exists");
      }
      case Compare compare -> comparison(compare);
    }
  }

  private void joined(List<Condition> terms, String word, boolean and) {
    if (terms.size() == 1) {
      condition(terms.getFirst());
      return;
    }
    String between = "";
    for (Condition term : terms) {
      out.append(between);
      between = word;
      boolean loose = term instanceof Or(var inner, _) && inner.size() > 1;
      boolean nested = and && term instanceof And(var inner, _) && inner.size() > 1;
      grouped(term, loose || nested);
    }
  }

  private void negated(Condition term) {
    out.append("not ");
    grouped(term, term instanceof Or || term instanceof And || term instanceof Not);
  }

  private void grouped(Condition term, boolean parentheses) {
    out.append(parentheses ? "(" : "");
    condition(term);
    out.append(parentheses ? ")" : "");
  }

  private void comparison(Compare compare) {
    operand(compare.left());
    out.append(' ').append(compare.operator().text()).append(' ');
    boolean number = compare.operator().kind() == Operator.Kind.NUMBER;
    switch (compare.right()) {
      case Text(var text, var quoted, _) ->
          out.append(number ? Names.number(text) : constant(text, quoted));
      case Items(var modifier, var items, _) -> {
        out.append(modifier.text()).append(modifier == Comparand.Modifier.NONE ? "" : " ");
        items(items);
      }
      case ListName(var name, _) -> out.append(Names.identifier(name));
      case Value(var operand, _) -> operand(operand);
    }
  }

  // Quotes stay: beside one, no name of a list is replaced.
  private static String constant(String text, boolean quoted) {
    return quoted && !text.endsWith("\\") ? Quotes.quoted(text) : Quotes.constant(text);
  }

  private void items(List<Text> items) {
    out.append('(');
    String between = "";
    for (Text item : items) {
      out.append(between).append(constant(item.text(), item.quoted()));
      between = ", ";
    }
    out.append(')');
  }

  private void operand(Operand operand) {
    switch (operand) {
      case Field(var name, var argument, _) -> {
        out.append(Names.field(name));
        argument.ifPresent(a -> out.append('[').append(Quotes.argument(a)).append(']'));
      }
      case Transformed(var transformer, var arguments, _) -> {
        out.append(transformer.text());
        operands(arguments);
      }
      case Constant(var text, var quoted, _) ->
          out.append(quoted ? Quotes.quoted(text) : Names.number(text));
      case Listed(var items, _) -> operands(items);
    }
  }

  private void operands(List<Operand> operands) {
    out.append('(');
    String between = "";
    for (Operand operand : operands) {
      out.append(between);
      operand(operand);
      between = ", ";
    }
    out.append(')');
  }
}
