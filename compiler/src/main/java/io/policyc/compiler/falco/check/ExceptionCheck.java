package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.ExceptionEntry;
import io.policyc.compiler.falco.check.Rulebook.RuleEntry;
import io.policyc.compiler.falco.check.Rulebook.Value;
import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.falco.rules.FieldNames;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Looks at exceptions as they come in.
///
/// Source: falco 0.44.1, userspace/engine/rule_loader_collector.cpp.
final class ExceptionCheck {
  private static final List<String> LISTS = List.of("in", "pmatch", "intersects");
  private static final List<String> MODIFIERS = List.of("oneof", "anyof", "allof");

  private final Report report;
  private final Optional<FieldNames> fields;

  /// @param plugins empty where the rule's source is unknown, so that its fields are, too
  ExceptionCheck(Report report, Optional<Plugins> plugins) {
    this.report = report;
    fields = plugins.map(FieldNames::new);
  }

  /// An exception of a whole rule.
  void complete(ExceptionEntry exception) {
    if (exception.fields.isValid()) {
      validate(exception);
    } else {
      wrong(exception.at, "the exception `" + exception.name + "` has no fields");
    }
  }

  /// Exceptions that a later item adds to a rule.
  void append(RuleEntry rule, List<ExceptionEntry> added) {
    for (ExceptionEntry exception : added) {
      Optional<ExceptionEntry> before = rule.exception(exception.name);
      if (before.isPresent()) {
        extend(before.get(), exception);
      } else {
        create(rule, exception);
      }
    }
  }

  private void create(RuleEntry rule, ExceptionEntry exception) {
    if (!exception.fields.isValid()) {
      wrong(
          exception.at,
          "the rule has no exception `" + exception.name + "`, and no fields stand here");
    } else if (exception.values.isEmpty()) {
      wrong(exception.at, "the added exception `" + exception.name + "` has no values");
    } else {
      validate(exception);
      rule.add(exception);
    }
  }

  private void extend(ExceptionEntry before, ExceptionEntry exception) {
    if (exception.fields.isValid()) {
      wrong(exception.at, "`" + exception.name + "` is there already: only values can be added");
    } else if (exception.comps.isValid()) {
      wrong(exception.at, "`" + exception.name + "` is there already: no comps can be added");
    } else {
      before.values.addAll(exception.values);
    }
  }

  private void validate(ExceptionEntry exception) {
    if (exception.fields.list()) {
      several(exception);
    } else {
      single(exception);
    }
  }

  private void several(ExceptionEntry exception) {
    int count = exception.fields.items().size();
    if (!exception.comps.isValid()) {
      exception.comps = equal(exception, count);
    }
    if (exception.comps.items().size() != count) {
      wrong(exception.at, "`fields` and `comps` of an exception must be as long as each other");
      return;
    }
    for (Value comp : exception.comps.items()) {
      operator(exception, comp);
    }
    for (Value field : exception.fields.items()) {
      field(exception, field);
    }
  }

  private static Value equal(ExceptionEntry exception, int count) {
    Optional<Traced> sign =
        exception.fields.items().stream()
            .flatMap(f -> f.text().stream())
            .findFirst()
            .map(text -> text.standIn(0, "="));
    List<Value> signs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      signs.add(new Value(false, sign, List.of()));
    }
    return Value.of(signs);
  }

  private void single(ExceptionEntry exception) {
    Optional<Traced> text = exception.fields.text();
    if (!exception.comps.isValid()) {
      exception.comps = new Value(false, text.map(t -> t.standIn(0, "in")), List.of());
    }
    if (exception.comps.list()) {
      wrong(exception.at, "`fields` is one field, so `comps` must be one operator");
    } else if (!isForList(exception.comps.string().strip())) {
      wrong(exception.at, "the operator for one field must be one of in, pmatch, intersects");
    } else {
      field(exception, exception.fields);
    }
  }

  private static boolean isForList(String comp) {
    return LISTS.contains(comp) || isModified(comp);
  }

  // `startswith anyof`
  private static boolean isModified(String comp) {
    int blank = comp.lastIndexOf(' ');
    return blank > 0
        && MODIFIERS.contains(comp.substring(blank + 1))
        && isOperator(comp.substring(0, blank).strip());
  }

  private static boolean isOperator(String text) {
    return text.equals("exists")
        || Arrays.stream(Operator.values()).anyMatch(o -> o.text().equals(text));
  }

  private void operator(ExceptionEntry exception, Value comp) {
    String text = comp.string().strip();
    if (!isOperator(text) && !isModified(text)) {
      Finding finding = Code.PC0910.at(place(exception, comp), "`" + text + "` is no operator");
      List<String> all = Arrays.stream(Operator.values()).map(Operator::text).toList();
      report.add(
          FalcoCode.VALIDATE,
          Suggest.nearest(text, all)
              .map(near -> finding.withHelp("did you mean `" + near + "`?"))
              .orElse(finding));
    }
  }

  private void field(ExceptionEntry exception, Value field) {
    Optional<String> problem = fields.flatMap(f -> f.problem(field.string()));
    problem.ifPresent(
        message -> report.add(FalcoCode.VALIDATE, Code.PC0910, place(exception, field), message));
  }

  private static Span place(ExceptionEntry exception, Value value) {
    return value.text().map(Traced::span).orElse(exception.at);
  }

  private void wrong(Span at, String message) {
    report.add(FalcoCode.VALIDATE, Code.PC0910, at, message);
  }
}
