package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.condition.Condition.Exists;
import io.policyc.compiler.falco.condition.ConditionParser;
import io.policyc.compiler.falco.condition.ConditionParser.Parsed;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Transformer;
import io.policyc.compiler.falco.fields.FalcoField;
import io.policyc.compiler.falco.fields.FalcoField.Argument;
import io.policyc.compiler.falco.fields.FieldTable;
import java.util.Optional;

/// What stands behind a `%` of an output.
final class OutputField {
  /// No field has a longer name.
  private static final int MAX_NAME = 64;

  private final String text;
  private final int at;
  private final Plugins plugins;

  /// @param at the offset behind the `%`, and behind a width
  OutputField(String text, int at, Plugins plugins) {
    this.text = text;
    this.at = at;
    this.plugins = plugins;
  }

  /// Whether it is `tolower(…)`.
  boolean transformed() {
    for (Transformer transformer : Transformer.values()) {
      if (text.startsWith(transformer.text() + "(", at)) {
        return true;
      }
    }
    return false;
  }

  /// The transformer up to its closing parenthesis, if it can be read.
  Optional<Operand> operand() {
    int end = at;
    int depth = 0;
    do {
      end = next(end);
      depth += end < text.length() ? (text.charAt(end) == '(' ? 1 : -1) : 0;
      end++;
    } while (depth > 0 && end < text.length());
    if (depth != 0) {
      return Optional.empty();
    }
    boolean exists =
        ConditionParser.parse(text.substring(at, end) + " exists")
            instanceof Parsed(Exists(_, _), _);
    return exists ? left(text.substring(at, end) + " exists") : Optional.empty();
  }

  private static Optional<Operand> left(String condition) {
    return ConditionParser.parse(condition) instanceof Parsed(Exists(var left, _), _)
        ? Optional.of(left)
        : Optional.empty();
  }

  private int next(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '(' && text.charAt(end) != ')') {
      end++;
    }
    return end;
  }

  /// What is wrong with a field without transformers.
  Optional<String> problem() {
    Optional<FalcoField> field = longest();
    if (field.isEmpty()) {
      String word = word(text, at);
      return Optional.of(
          word.isEmpty()
              ? "a `%` begins a field in an output"
              : "there is no field `" + word + "`");
    }
    return switch (field.get().name()) {
      case "evt.arg", "evt.rawarg" -> argument(field.get().name());
      case "evt.around" ->
          inside("evt.around").filter(Numbers::isNumber).isPresent()
              ? Optional.empty()
              : Optional.of("`%evt.around` needs a number in brackets");
      default -> key(field.get());
    };
  }

  private Optional<String> argument(String name) {
    Optional<String> inside = inside(name);
    if (inside.isPresent()) {
      boolean number = name.equals("evt.arg") && Numbers.isNumber(inside.get());
      return number
          ? Optional.empty()
          : Optional.of("`%" + name + "` doesn't take `" + inside.get() + "` in brackets");
    }
    int from = at + name.length() + 1;
    boolean dot = text.startsWith(name + ".", at);
    String parameter = dot ? word(text, from) : "";
    boolean known = dot && Parameters.names().stream().anyMatch(p -> text.startsWith(p, from));
    return known ? Optional.empty() : Optional.of("no event has a parameter `" + parameter + "`");
  }

  private Optional<String> inside(String name) {
    int open = at + name.length();
    int close = text.indexOf(']', open);
    boolean brackets = open < text.length() && text.charAt(open) == '[' && close > open;
    return brackets ? Optional.of(text.substring(open + 1, close)) : Optional.empty();
  }

  // The longest known name that begins here, whatever follows it.
  private Optional<FalcoField> longest() {
    int longest = Math.min(word(text, at).length(), MAX_NAME);
    for (int length = longest; length > 0; length--) {
      Optional<FalcoField> field =
          FieldTable.find(text.substring(at, at + length)).filter(plugins::provide);
      if (field.isPresent() && fits(field.get())) {
        return field;
      }
    }
    return Optional.empty();
  }

  // `%evt.type.is[a]` shows `evt.type`; `%thread.cgroup` alone shows nothing.
  private boolean fits(FalcoField field) {
    return switch (field.name()) {
      case "evt.type.is" -> false;
      case "thread.cgroup" -> text.startsWith(".", at + field.name().length());
      default -> true;
    };
  }

  private Optional<String> key(FalcoField field) {
    boolean needs = field.argument() == Argument.KEY || field.argument() == Argument.KEY_OR_INDEX;
    if (!needs) {
      return Optional.empty();
    }
    Optional<String> inside = inside(field.name());
    boolean right = inside.isPresent() && !inside.get().isEmpty() && inside.get().indexOf(' ') < 0;
    return right
        ? Optional.empty()
        : Optional.of("`%" + field.name() + "` needs a key in brackets, without blanks");
  }

  /// The letters, digits, `_` and `.` at an offset, not more than a few.
  static String word(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 2 * MAX_NAME && isWord(text.charAt(end))) {
      end++;
    }
    return text.substring(Math.min(from, text.length()), end);
  }

  private static boolean isWord(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '_' || c == '.';
  }
}
