package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.condition.Comparand.Text;
import io.policyc.compiler.falco.condition.Condition.Compare;
import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.falco.fields.FieldType;
import io.policyc.compiler.falco.rules.OperandCheck.Typed;
import java.util.function.Consumer;

/// Comparisons that load and mean something else than they seem to.
final class Oddities {
  private Oddities() {}

  static void compare(Compare compare, Typed left, FieldCheck fields, Consumer<Trouble> out) {
    for (Text constant : CompareCheck.constants(compare.right())) {
      constant(compare, left, constant, fields, out);
    }
  }

  private static void constant(
      Compare compare, Typed left, Text constant, FieldCheck fields, Consumer<Trouble> out) {
    if (fields.isField(constant.text())) {
      String message = "`" + constant.text() + "` is a field, but is compared as a text";
      String help = "write `val(" + constant.text() + ")` for its value";
      out.accept(odd(constant, message, Trouble.Kind.WARNING).withHelp(help));
    }
    if (compare.operator() == Operator.REGEX && PosixRegex.isPlain(constant.text())) {
      String message = "`" + constant.text() + "` needs no `regex`";
      String help = "write `=`, `contains`, `startswith` or `endswith`, which are faster";
      out.accept(odd(constant, message, Trouble.Kind.WARNING).withHelp(help));
    }
    if (left.type() == FieldType.PORT && tooLarge(constant.text())) {
      String message = "`" + constant.text() + "` is no port: Falco takes it modulo 65536";
      out.accept(odd(constant, message, Trouble.Kind.NOTHING));
    }
  }

  private static boolean tooLarge(String text) {
    return Numbers.isDigits(text) && text.length() <= 10 && Long.parseLong(text) > 65_535;
  }

  private static Trouble odd(Text constant, String message, Trouble.Kind kind) {
    return Trouble.of(Code.PC0930, constant.at(), Constants.length(constant), message).as(kind);
  }
}
