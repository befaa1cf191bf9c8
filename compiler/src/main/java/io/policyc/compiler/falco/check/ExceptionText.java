package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.ExceptionEntry;
import io.policyc.compiler.falco.check.Rulebook.RuleEntry;
import io.policyc.compiler.falco.check.Rulebook.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a rule's condition and its exceptions together, as text, as Falco does: a value that isn't
/// in quotes of its own is read like any part of a condition.
///
/// Source: falco 0.44.1, userspace/engine/rule_loader_compiler.cpp.
final class ExceptionText {
  private static final List<String> LISTS = List.of("in", "pmatch", "intersects");

  private final Report report;

  ExceptionText(Report report) {
    this.report = report;
  }

  /// The whole condition; empty where Falco refuses an exception or ends.
  Optional<Traced> of(RuleEntry rule) {
    if (rule.exceptions().isEmpty()) {
      return Optional.of(rule.condition.text());
    }
    Traced condition = rule.condition.text();
    Pieces all = new Pieces(condition);
    all.add("(");
    all.add(condition);
    all.add(")");
    boolean right = true;
    for (ExceptionEntry exception : rule.exceptions()) {
      Pieces part = new Pieces(condition);
      right &= exception.fields.list() ? several(exception, part) : single(exception, part);
      if (!part.isEmpty()) {
        all.add(" and not ");
        all.addAll(part);
      }
    }
    return right ? Optional.of(all.join()) : Optional.empty();
  }

  private boolean single(ExceptionEntry exception, Pieces out) {
    for (Value value : exception.values) {
      if (value.list()) {
        String message = "the values of `" + exception.name + "` must be texts, not lists";
        return wrong(exception, message);
      }
      if (out.isEmpty()) {
        out.add("(");
        out.add(exception.fields);
        out.add(" ");
        out.add(exception.comps);
        out.add(" (");
      } else {
        out.add(", ");
      }
      out.quoted(value);
    }
    if (!out.isEmpty()) {
      out.add("))");
    }
    return true;
  }

  private boolean several(ExceptionEntry exception, Pieces out) {
    if (exception.values.isEmpty()) {
      return true;
    }
    out.add("(");
    String between = "";
    for (Value tuple : exception.values) {
      if (tuple.items().size() != exception.fields.items().size()) {
        String message = "each value of `" + exception.name + "` needs as many items as `fields`";
        return wrong(exception, message);
      }
      if (exception.comps.items().size() < tuple.items().size()) {
        return ends(exception);
      }
      out.add(between + "(");
      tuple(exception, tuple, out);
      out.add(")");
      between = " or ";
    }
    out.add(")");
    return true;
  }

  private static void tuple(ExceptionEntry exception, Value tuple, Pieces out) {
    String between = "";
    for (int i = 0; i < tuple.items().size(); i++) {
      Value comp = exception.comps.items().get(i);
      out.add(between + " ");
      out.add(exception.fields.items().get(i));
      out.add(" ");
      out.add(comp);
      out.add(" ");
      item(tuple.items().get(i), comp.string(), out);
      between = " and ";
    }
  }

  private static void item(Value value, String comp, Pieces out) {
    if (value.list()) {
      out.add("(");
      String between = "";
      for (Value inner : value.items()) {
        out.add(between);
        out.quoted(inner);
        between = ", ";
      }
      out.add(")");
    } else if (isForList(comp)) {
      boolean open = value.string().startsWith("(");
      out.add(open ? "" : "(");
      out.add(value);
      out.add(open ? "" : ")");
    } else {
      out.quoted(value);
    }
  }

  private static boolean isForList(String comp) {
    return LISTS.contains(comp)
        || comp.endsWith(" anyof")
        || comp.endsWith(" oneof")
        || comp.endsWith(" allof");
  }

  private boolean wrong(ExceptionEntry exception, String message) {
    report.add(FalcoCode.VALIDATE, Code.PC0910, exception.at, message);
    return false;
  }

  private boolean ends(ExceptionEntry exception) {
    String message =
        "the exception `" + exception.name + "` replaces another without `comps`, which ends Falco";
    report.add(FalcoCode.FATAL, Code.PC0940, exception.at, message, "give it a list `comps`");
    return false;
  }

  /// Texts that become one.
  private static final class Pieces {
    private final List<Traced> parts = new ArrayList<>();
    private Traced last;

    Pieces(Traced first) {
      last = first;
    }

    boolean isEmpty() {
      return parts.isEmpty();
    }

    void add(String text) {
      if (!text.isEmpty()) {
        parts.add(last.standIn(0, text));
      }
    }

    void add(Traced text) {
      if (!text.isEmpty()) {
        parts.add(text);
        last = text;
      }
    }

    void add(Value value) {
      value.text().ifPresent(this::add);
    }

    void addAll(Pieces other) {
      parts.addAll(other.parts);
    }

    // What has a blank gets quotes, unless it begins with one.
    void quoted(Value value) {
      String text = value.string();
      boolean blank = text.indexOf(' ') >= 0 && !text.startsWith("\"") && !text.startsWith("'");
      add(blank ? "\"" : "");
      add(value);
      add(blank ? "\"" : "");
    }

    Traced join() {
      return Traced.join(parts);
    }
  }
}
