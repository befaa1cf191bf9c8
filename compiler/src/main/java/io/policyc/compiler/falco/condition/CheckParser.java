package io.policyc.compiler.falco.condition;

import io.policyc.compiler.falco.condition.Comparand.Items;
import io.policyc.compiler.falco.condition.Comparand.ListName;
import io.policyc.compiler.falco.condition.Comparand.Modifier;
import io.policyc.compiler.falco.condition.Comparand.Text;
import io.policyc.compiler.falco.condition.Comparand.Value;
import io.policyc.compiler.falco.condition.Condition.Compare;
import io.policyc.compiler.falco.condition.Condition.Exists;
import io.policyc.compiler.falco.condition.Condition.Macro;
import io.policyc.compiler.falco.condition.Operator.Kind;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads one comparison, or the name of a macro.
final class CheckParser {
  // No operator before one that it begins.
  private static final List<Operator> IN_ORDER =
      List.of(
          Operator.LE,
          Operator.LT,
          Operator.GE,
          Operator.GT,
          Operator.EQ2,
          Operator.EQ,
          Operator.NE,
          Operator.GLOB,
          Operator.IGLOB,
          Operator.CONTAINS,
          Operator.ICONTAINS,
          Operator.BCONTAINS,
          Operator.STARTSWITH,
          Operator.BSTARTSWITH,
          Operator.ENDSWITH,
          Operator.REGEX,
          Operator.INTERSECTS,
          Operator.IN,
          Operator.PMATCH);

  private final Lexer in;
  private final OperandParser operands;
  private final List<Problem> oddities;

  CheckParser(Lexer in, List<Problem> oddities) {
    this.in = in;
    this.oddities = oddities;
    operands = new OperandParser(in);
  }

  /// @throws ConditionSyntax where neither begins
  Condition check() throws ConditionSyntax {
    int at = in.at();
    Optional<Operand> left = operands.operand();
    if (left.isPresent()) {
      return comparison(left.get(), at);
    }
    String name = in.identifier().orElseThrow(this::noCheck);
    return new Macro(name, at);
  }

  private Condition comparison(Operand left, int at) throws ConditionSyntax {
    in.blanks();
    if (in.skip("exists")) {
      return new Exists(left, at);
    }
    Operator operator = operator();
    in.blanks();
    return new Compare(left, operator, comparand(operator), at);
  }

  private Operator operator() throws ConditionSyntax {
    for (Operator operator : IN_ORDER) {
      boolean blank = operator.kind() == Kind.TEXT && operator.isWord();
      if (blank ? in.skipWithBlank(operator.text()) : in.skip(operator.text())) {
        return operator;
      }
    }
    throw noOperator();
  }

  private Comparand comparand(Operator operator) throws ConditionSyntax {
    Kind kind = operator.kind();
    int at = in.at();
    if (kind == Kind.LIST && in.peek() == '(') {
      return new Items(Modifier.NONE, items(), at);
    }
    Optional<Operand> value = operands.value();
    if (value.isPresent()) {
      return new Value(value.get(), at);
    }
    return switch (kind) {
      case NUMBER -> number();
      case TEXT -> text();
      case LIST -> listName();
    };
  }

  private Comparand number() throws ConditionSyntax {
    int at = in.at();
    String number = in.number().orElseThrow(() -> expected("a number"));
    return new Text(number, false, at);
  }

  private Comparand text() throws ConditionSyntax {
    int start = in.at();
    Optional<Comparand> modified = modified();
    if (modified.isPresent()) {
      return modified.get();
    }
    in.moveTo(start);
    return constant().orElseThrow(() -> expected("a constant"));
  }

  // `= anyof and …` compares with the text `anyof`: it is a modifier only before a list.
  private Optional<Comparand> modified() throws ConditionSyntax {
    int at = in.at();
    for (Modifier modifier : Modifier.values()) {
      if (modifier == Modifier.NONE || !in.skipWithBlank(modifier.text())) {
        continue;
      }
      if (in.peek() == '(') {
        return Optional.of(new Items(modifier, items(), at));
      }
      int name = in.at();
      return in.listName().map(n -> new Items(modifier, List.of(new Text(n, false, name)), at));
    }
    return Optional.empty();
  }

  private Comparand listName() throws ConditionSyntax {
    int at = in.at();
    return new ListName(in.identifier().orElseThrow(() -> expected("a list in parentheses")), at);
  }

  private List<Text> items() throws ConditionSyntax {
    in.skip("(");
    in.blanks();
    List<Text> items = new ArrayList<>();
    firstItem().ifPresent(items::add);
    boolean more = !items.isEmpty() && nextItem();
    while (more) {
      items.add(constant().orElseThrow(() -> expected("an item of the list")));
      more = nextItem();
    }
    if (!in.skip(")")) {
      throw new ConditionSyntax(
          here("a list goes on with `,` or ends with `)`")
              .withHelp("put what has blanks, quotes or any of `=(),` in quotes"));
    }
    return items;
  }

  private boolean nextItem() {
    in.blanks();
    boolean next = in.skip(",");
    in.blanks();
    return next;
  }

  // A first item that can't be read leaves the list empty, and Falco doesn't say so.
  private Optional<Text> firstItem() {
    try {
      return constant();
    } catch (ConditionSyntax e) {
      oddities.add(e.problem());
      return Optional.empty();
    }
  }

  private Optional<Text> constant() throws ConditionSyntax {
    int at = in.at();
    Optional<String> quoted = in.quoted();
    if (quoted.isPresent()) {
      return Optional.of(new Text(quoted.get(), true, at));
    }
    return in.bare().map(bare -> new Text(bare, false, at));
  }

  private ConditionSyntax noCheck() {
    return new ConditionSyntax(here("a field, a macro, `not` or `(` must stand here"));
  }

  private ConditionSyntax expected(String what) {
    boolean quote = in.peek() == '"' || in.peek() == '\'';
    Problem problem = here(what + " must stand here");
    return new ConditionSyntax(
        quote
            ? problem.withHelp(
                "close the quotes; a text in quotes can't end with a backslash, one without can")
            : problem);
  }

  private ConditionSyntax noOperator() {
    int at = in.at();
    String word = in.bare().orElse("");
    in.moveTo(at);
    Problem problem = Problem.of(at, word.length(), "an operator must stand here");
    List<String> all = Arrays.stream(Operator.values()).map(Operator::text).toList();
    return new ConditionSyntax(
        Suggest.nearest(word, all)
            .map(near -> problem.withHelp("did you mean `" + near + "`?"))
            .orElse(problem.withHelp("write one of " + String.join(", ", all) + ", exists")));
  }

  private Problem here(String message) {
    return Problem.of(in.at(), in.atEnd() ? 0 : 1, message);
  }
}
