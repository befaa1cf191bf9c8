package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Comparand;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Builds conditions.
///
/// What a user wrote stands in quotes. Falco replaces the names of lists by text, also where they
/// stand for a plain value, so that a label `app: shell_binaries` would become the list of that
/// name; a quote beside the name keeps it from that (Falco 0.44.1, rule_loader_compiler.cpp,
/// resolve_list).
final class Terms {
  private Terms() {}

  /// All of them hold; nested conjunctions become one.
  static Condition all(List<Condition> terms) {
    List<Condition> flat = new ArrayList<>();
    for (Condition term : terms) {
      if (term instanceof Condition.And(var inner, _)) {
        flat.addAll(inner);
      } else {
        flat.add(term);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new Condition.And(flat, 0);
  }

  static Condition all(Condition... terms) {
    return all(Arrays.asList(terms));
  }

  /// At least one holds; nested disjunctions become one.
  static Condition any(List<Condition> terms) {
    List<Condition> flat = new ArrayList<>();
    for (Condition term : terms) {
      if (term instanceof Condition.Or(var inner, _)) {
        flat.addAll(inner);
      } else {
        flat.add(term);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new Condition.Or(flat, 0);
  }

  static Condition any(Condition... terms) {
    return any(Arrays.asList(terms));
  }

  static Condition not(Condition term) {
    return new Condition.Not(term, 0);
  }

  static Condition macro(String name) {
    return new Condition.Macro(name, 0);
  }

  static Condition exists(Operand.Field field) {
    return new Condition.Exists(field, 0);
  }

  static Condition exists(String field) {
    return exists(Operand.Field.of(field));
  }

  /// A word of Falco's own: `evt.type = connect`.
  static Condition is(String field, String word) {
    return compare(Operand.Field.of(field), Operator.EQ, Comparand.Text.of(word));
  }

  /// Words of Falco's own: `evt.type in (execve, execveat)`.
  static Condition in(String field, List<String> words) {
    return words.size() == 1
        ? is(field, words.getFirst())
        : compare(Operand.Field.of(field), Operator.IN, Comparand.Items.of(words));
  }

  static Condition in(String field, String... words) {
    return in(field, List.of(words));
  }

  /// `proc.name in (policyc_shell_names)`
  static Condition inList(String field, String list) {
    return compare(Operand.Field.of(field), Operator.IN, Comparand.Items.of(List.of(list)));
  }

  /// A comparison with a number: `fd.num >= 0`.
  static Condition number(String field, Operator operator, int number) {
    return compare(Operand.Field.of(field), operator, Comparand.Text.of("" + number));
  }

  /// A comparison with a text that stands in quotes.
  static Condition text(String field, Operator operator, String text) {
    return compare(Operand.Field.of(field), operator, quoted(text));
  }

  /// Whether the field has one of the texts, which stand in quotes.
  static Condition oneOf(Operand.Field field, List<String> texts) {
    return texts.size() == 1
        ? compare(field, Operator.EQ, quoted(texts.getFirst()))
        : compare(field, Operator.IN, quoted(texts));
  }

  static Condition oneOf(String field, List<String> texts) {
    return oneOf(Operand.Field.of(field), texts);
  }

  /// Whether the field is one of the paths or lies below one.
  static Condition below(String field, List<String> paths) {
    return compare(Operand.Field.of(field), Operator.PMATCH, quoted(paths));
  }

  /// Whether two fields have the same value.
  static Condition same(String field, String other) {
    Operand value =
        new Operand.Transformed(
            io.policyc.compiler.falco.condition.Transformer.VAL,
            List.of(Operand.Field.of(other)),
            0);
    return compare(Operand.Field.of(field), Operator.EQ, new Comparand.Value(value, 0));
  }

  private static Condition compare(Operand field, Operator operator, Comparand right) {
    return new Condition.Compare(field, operator, right, 0);
  }

  private static Comparand.Text quoted(String text) {
    return new Comparand.Text(text, true, 0);
  }

  private static Comparand.Items quoted(List<String> texts) {
    return new Comparand.Items(
        Comparand.Modifier.NONE, texts.stream().map(Terms::quoted).toList(), 0);
  }
}
