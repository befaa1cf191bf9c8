package io.policyc.compiler.falco.condition;

import io.policyc.compiler.falco.condition.Operand.Constant;
import io.policyc.compiler.falco.condition.Operand.Field;
import io.policyc.compiler.falco.condition.Operand.Listed;
import io.policyc.compiler.falco.condition.Operand.Transformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads fields and transformers.
final class OperandParser {
  /// How deep transformers and their lists may nest.
  static final int MAX_DEPTH = 200;

  private final Lexer in;

  OperandParser(Lexer in) {
    this.in = in;
  }

  /// A field or a transformer, if one begins here.
  Optional<Operand> operand() throws ConditionSyntax {
    Optional<Operand> field = field();
    return field.isPresent() ? field : transformed(0);
  }

  /// `val(field)` or a transformer, if one begins here.
  Optional<Operand> value() throws ConditionSyntax {
    int at = in.at();
    if (!in.skip("val(")) {
      return transformed(0);
    }
    in.blanks();
    Operand field = field().orElseThrow(() -> wrong("`val(` needs a field"));
    close();
    return Optional.of(unindexed(new Transformed(Transformer.VAL, List.of(field), at)));
  }

  private Optional<Operand> field() throws ConditionSyntax {
    int at = in.at();
    Optional<String> name = in.fieldName();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Field(name.get(), argument(), at));
  }

  private Optional<String> argument() throws ConditionSyntax {
    if (!in.skip("[")) {
      return Optional.empty();
    }
    Optional<String> quoted = in.quoted();
    Optional<String> argument = quoted.isPresent() ? quoted : in.bareArgument();
    if (argument.isEmpty()) {
      throw wrong("a field's argument is missing after `[`");
    }
    if (!in.skip("]")) {
      throw wrong("a field's argument ends with `]`");
    }
    return argument;
  }

  private Optional<Operand> transformed(int depth) throws ConditionSyntax {
    int at = in.at();
    for (Transformer transformer : Transformer.values()) {
      if (transformer != Transformer.VAL && in.skip(transformer.text() + "(")) {
        List<Operand> arguments = arguments(depth);
        close();
        return Optional.of(unindexed(new Transformed(transformer, arguments, at)));
      }
    }
    return Optional.empty();
  }

  private List<Operand> arguments(int depth) throws ConditionSyntax {
    if (depth > MAX_DEPTH) {
      throw wrong("transformers nest deeper than " + MAX_DEPTH);
    }
    List<Operand> arguments = new ArrayList<>();
    do {
      in.blanks();
      arguments.add(argument(depth));
      in.blanks();
    } while (in.skip(","));
    return arguments;
  }

  private Operand argument(int depth) throws ConditionSyntax {
    int at = in.at();
    Optional<Operand> transformed = transformed(depth + 1);
    Optional<Operand> operand = transformed.isPresent() ? transformed : field();
    if (operand.isPresent()) {
      return operand.get();
    }
    Optional<String> quoted = in.quoted();
    Optional<String> constant = quoted.isPresent() ? quoted : in.number();
    if (constant.isPresent()) {
      return new Constant(constant.get(), quoted.isPresent(), at);
    }
    return listed(at, depth);
  }

  private Operand listed(int at, int depth) throws ConditionSyntax {
    if (!in.skip("(")) {
      throw wrong(
          "a transformer takes a field, a transformer, a number, a text in quotes or a list");
    }
    in.blanks();
    List<Operand> items = in.peek() == ')' ? List.of() : arguments(depth + 1);
    close();
    return new Listed(items, at);
  }

  private void close() throws ConditionSyntax {
    in.blanks();
    if (!in.skip(")")) {
      throw wrong("a `)` is missing here");
    }
  }

  private Operand unindexed(Transformed transformed) throws ConditionSyntax {
    if (in.peek() == '[') {
      throw wrong("`" + transformed.transformer().text() + "` takes no argument in brackets");
    }
    return transformed;
  }

  private ConditionSyntax wrong(String message) {
    return new ConditionSyntax(Problem.of(in.at(), in.atEnd() ? 0 : 1, message));
  }
}
