package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.ExceptionEntry;
import io.policyc.compiler.falco.check.Rulebook.Value;
import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.compiler.falco.yaml.YamlNode.Mapping;
import io.policyc.compiler.falco.yaml.YamlNode.Nothing;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.compiler.falco.yaml.YamlNode.Sequence;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the exceptions of a rule.
final class ExceptionReader {
  /// Values are texts, lists of texts, or tuples of such.
  private static final int MAX_DEPTH = 4;

  private final Report report;

  ExceptionReader(Report report) {
    this.report = report;
  }

  /// @param append whether they add to those of an earlier rule, so that fields may be missing
  List<ExceptionEntry> read(Fields rule, boolean append) {
    YamlNode value = rule.value("exceptions").orElse(new Nothing(0));
    List<ExceptionEntry> exceptions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    switch (value) {
      case Nothing _ -> {}
      case Sequence list -> {
        for (YamlNode item : list.items()) {
          exception(rule, item, append, names).ifPresent(exceptions::add);
        }
      }
      case Scalar _, Mapping _ -> rule.wrong(rule.span(value), "`exceptions` must be a list");
    }
    return exceptions;
  }

  private Optional<ExceptionEntry> exception(
      Fields rule, YamlNode item, boolean append, Set<String> names) {
    if (!(item instanceof Mapping mapping)) {
      rule.wrong(rule.span(item), "an exception is a mapping with `name`, `fields` and `values`");
      return Optional.empty();
    }
    Fields fields = new Fields(rule.source(), report, mapping);
    Optional<Scalar> name = fields.required("name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Span at = fields.span(name.get());
    ExceptionEntry entry = new ExceptionEntry(name.get().text(), at);
    if (!names.add(entry.name)) {
      String message = "two exceptions of the rule are called `" + entry.name + "`";
      report.add(FalcoCode.EXCEPTION_NAME_NOT_UNIQUE, Code.PC0914, at, message);
    }
    parts(fields, entry, append);
    return Optional.of(entry);
  }

  private void parts(Fields fields, ExceptionEntry entry, boolean append) {
    if (!append && !fields.has("fields")) {
      fields.wrong(entry.at, "the exception `" + entry.name + "` has no `fields`");
    }
    entry.fields = fields.value("fields").map(v -> value(fields, v, 0)).orElse(Value.NONE);
    entry.comps = fields.value("comps").map(v -> value(fields, v, 0)).orElse(Value.NONE);
    Optional<YamlNode> values = fields.value("values");
    if (values.isEmpty() && append) {
      String message = "the exception `" + entry.name + "` is added to without values";
      report.add(FalcoCode.APPEND_NO_VALUES, Code.PC0914, entry.at, message);
    }
    values.ifPresent(v -> values(fields, entry, v));
  }

  private void values(Fields fields, ExceptionEntry entry, YamlNode values) {
    if (values instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        entry.values.add(value(fields, item, 0));
      }
    } else {
      fields.wrong(fields.span(values), "`values` must be a list");
    }
  }

  // What is neither text nor list is nothing, and Falco doesn't say so. Nothing is read of lists
  // that lie deeper in each other, which an alias can make go on for ever.
  private Value value(Fields fields, YamlNode node, int depth) {
    if (depth > MAX_DEPTH || !report.mayLook(Fields.ITEM)) {
      return Value.NONE;
    }
    return switch (node) {
      case Scalar scalar -> {
        if (scalar.text().isEmpty()) {
          fields.wrong(fields.span(scalar), "a text of an exception is empty");
        }
        yield Value.of(fields.source(), scalar);
      }
      case Sequence list -> {
        List<Value> items = new ArrayList<>();
        for (YamlNode item : list.items()) {
          items.add(value(fields, item, depth + 1));
        }
        yield Value.of(items);
      }
      case Nothing _, Mapping _ -> Value.NONE;
    };
  }
}
