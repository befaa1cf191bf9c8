package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.fields.FalcoField;
import io.policyc.compiler.falco.fields.FieldTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks at an output: each `%` begins a field, and nothing else may.
///
/// Source: libs 0.25.4, userspace/libsinsp/eventformatter.cpp, and recorded verdicts: a field ends
/// where its name does, so that `%proc.namex` shows `proc.name` and an `x`.
public final class OutputCheck {
  /// Nobody reads more about one output.
  private static final int MAX_FOUND = 1_000;

  private final Plugins plugins;
  private final OperandCheck operands;

  /// @param plugins what Falco has loaded
  public OutputCheck(Plugins plugins) {
    this.plugins = plugins;
    operands = new OperandCheck(plugins);
  }

  /// Hands over what is wrong, in the order in which Falco looks.
  public void check(String output, Consumer<Trouble> out) {
    int found = 0;
    int at = output.indexOf('%');
    while (at >= 0 && found < MAX_FOUND) {
      Optional<Trouble> trouble = field(output, at);
      found += trouble.isPresent() ? 1 : 0;
      trouble.ifPresent(out);
      danger(output, at).ifPresent(out);
      at = output.indexOf('%', at + 1);
    }
  }

  private Optional<Trouble> field(String output, int at) {
    if (at + 1 == output.length()) {
      String message = "an output can't end with `%`: it can't show one at all";
      return Optional.of(trouble(at, 1, message).withHelp("leave the `%` out"));
    }
    int digits = at + 1;
    while (digits < output.length() && isDigit(output.charAt(digits))) {
      digits++;
    }
    if (digits == output.length()) {
      return Optional.of(trouble(at, digits - at, "an output can't end with `%` and a number"));
    }
    OutputField read = new OutputField(output, digits, plugins);
    if (read.transformed()) {
      return transformed(read, at);
    }
    return read.problem().map(message -> unknown(output, at, message));
  }

  private Optional<Trouble> transformed(OutputField read, int at) {
    Optional<Operand> operand = read.operand();
    if (operand.isEmpty()) {
      return Optional.of(
          refused(at, 1, "a transformer in an output takes one field and ends with `)`"));
    }
    try {
      operands.type(operand.get());
      return Optional.empty();
    } catch (Wrong e) {
      return Optional.of(refused(at, 1, e.trouble().message()));
    }
  }

  private Trouble unknown(String output, int at, String message) {
    String word = OutputField.word(output, at + 1);
    Trouble trouble = refused(at, 1 + word.length(), message);
    if (word.isEmpty()) {
      return trouble.withHelp("leave the `%` out: an output can't show one");
    }
    List<String> names =
        FieldTable.all().stream().filter(plugins::provide).map(FalcoField::name).toList();
    return operands
        .advice()
        .nearest(word, names)
        .map(near -> trouble.withHelp("did you mean `%" + near + "`?"))
        .orElse(trouble);
  }

  private static Optional<Trouble> danger(String output, int at) {
    String start = "%evt.rawarg.";
    if (!output.startsWith(start, at)) {
      return Optional.empty();
    }
    String parameter = OutputField.word(output, at + start.length());
    return Dangers.output(parameter)
        .map(
            message ->
                Trouble.of(Code.PC0940, at, start.length() + parameter.length(), message)
                    .withHelp("write `%evt.arg." + parameter + "`")
                    .as(Trouble.Kind.KILLS_LATER));
  }

  private static Trouble trouble(int at, int length, String message) {
    return Trouble.of(Code.PC0928, at, length, message);
  }

  private static Trouble refused(int at, int length, String message) {
    return trouble(at, length, message).as(Trouble.Kind.UNKNOWN);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
