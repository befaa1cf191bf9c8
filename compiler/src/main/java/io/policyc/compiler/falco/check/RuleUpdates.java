package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.ExceptionEntry;
import io.policyc.compiler.falco.check.Rulebook.RuleEntry;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a later item changes in a rule.
final class RuleUpdates {
  /// What may be added to.
  static final Set<String> APPEND = Set.of("condition", "output", "desc", "tags", "exceptions");

  /// What may be replaced.
  static final Set<String> REPLACE =
      Set.of(
          "condition",
          "output",
          "desc",
          "tags",
          "exceptions",
          "priority",
          "enabled",
          "warn_evttypes",
          "skip-if-unknown-filter",
          "capture",
          "capture_duration");

  private final Report report;
  private final Rulebook book;

  private final Plugins plugins;

  RuleUpdates(Report report, Rulebook book, Plugins plugins) {
    this.report = report;
    this.book = book;
    this.plugins = plugins;
  }

  /// An item with `override`.
  void overridden(Fields fields, Scalar name, Overrides overrides) {
    Set<String> left = new TreeSet<>(REPLACE);
    left.removeIf(key -> !fields.has(key));
    if (!overrides.append().isEmpty()) {
      append(fields, name, given(fields, overrides.append(), left));
    }
    if (!overrides.replace().isEmpty()) {
      replace(fields, name, given(fields, overrides.replace(), left));
    }
    for (String key : left) {
      String message = "`" + key + "` is given, but `override` doesn't name it";
      Span at = fields.value(key).map(fields::span).orElse(fields.at());
      String help = "add `" + key + ": replace` or leave the key out";
      report.add(FalcoCode.YAML_VALIDATE, Code.PC0908, at, message, help);
    }
  }

  // In Falco's order, which is not the item's.
  private List<String> given(Fields fields, Set<String> named, Set<String> left) {
    List<String> given = new ArrayList<>();
    for (String key :
        List.of(
            "condition",
            "exceptions",
            "output",
            "desc",
            "tags",
            "priority",
            "enabled",
            "warn_evttypes",
            "skip-if-unknown-filter",
            "capture",
            "capture_duration")) {
      if (named.contains(key) && left.remove(key)) {
        given.add(key);
      } else if (named.contains(key)) {
        String message = "`override` names `" + key + "`, which isn't given or named twice";
        report.add(FalcoCode.YAML_VALIDATE, Code.PC0908, fields.at(), message);
      }
    }
    return given;
  }

  /// An item with `append: true`.
  void appended(Fields fields, Scalar name) {
    List<String> keys = new ArrayList<>(List.of("condition", "exceptions"));
    keys.removeIf(key -> !fields.has(key));
    append(fields, name, keys);
  }

  private void append(Fields fields, Scalar name, List<String> keys) {
    int before = report.size();
    Optional<Traced> condition = text(fields, keys, "condition");
    List<ExceptionEntry> exceptions =
        keys.contains("exceptions")
            ? new ExceptionReader(report).read(fields, true)
            : new ArrayList<>();
    Optional<Traced> output = text(fields, keys, "output");
    text(fields, keys, "desc");
    Optional<List<Scalar>> tags = keys.contains("tags") ? fields.texts("tags") : Optional.empty();
    if (report.errorsSince(before)) {
      return;
    }
    RuleEntry rule = book.rules.get(name.text());
    if (rule == null) {
      missing(fields.span(name), name.text());
    } else if (otherSource(fields, rule)) {
      RuleReader.otherSource(report, fields.span(name), rule);
    } else if (keys.isEmpty()) {
      String message = "an appended rule adds neither a condition nor an exception";
      report.add(FalcoCode.VALIDATE, Code.PC0908, fields.span(name), message);
    } else {
      condition.ifPresent(rule.condition::add);
      output.ifPresent(rule.output::add);
      tags.ifPresent(all -> all.forEach(tag -> rule.tags.add(tag.text())));
      new ExceptionCheck(report, rule.plugins(plugins)).append(rule, exceptions);
      rule.touched = book.tick();
    }
  }

  private void replace(Fields fields, Scalar name, List<String> keys) {
    int before = report.size();
    Optional<Traced> condition = text(fields, keys, "condition");
    Optional<List<ExceptionEntry>> exceptions =
        keys.contains("exceptions")
            ? Optional.of(new ExceptionReader(report).read(fields, false))
            : Optional.empty();
    Optional<Traced> output = text(fields, keys, "output");
    text(fields, keys, "desc");
    Optional<List<Scalar>> tags = keys.contains("tags") ? fields.texts("tags") : Optional.empty();
    if (keys.contains("priority")) {
      RuleReader.priority(fields);
    }
    Optional<Boolean> enabled = flag(fields, keys, "enabled");
    Optional<Boolean> warn = flag(fields, keys, "warn_evttypes");
    Optional<Boolean> skip = flag(fields, keys, "skip-if-unknown-filter");
    flag(fields, keys, "capture");
    if (keys.contains("capture_duration")) {
      fields.required("capture_duration");
      RuleReader.duration(fields);
    }
    if (report.errorsSince(before)) {
      return;
    }
    RuleEntry rule = book.rules.get(name.text());
    if (rule == null) {
      missing(fields.span(name), name.text());
    } else if (otherSource(fields, rule)) {
      RuleReader.otherSource(report, fields.span(name), rule);
    } else if (!keys.isEmpty()) {
      condition.ifPresent(c -> rule.condition = new Grown(c));
      exceptions.ifPresent(e -> exceptions(rule, e));
      output.ifPresent(o -> rule.output = new Grown(o));
      tags.ifPresent(all -> rule.tags = texts(all));
      enabled.ifPresent(e -> rule.enabled = e);
      warn.ifPresent(w -> rule.warnEventTypes = w);
      skip.ifPresent(s -> rule.skipUnknown = s);
      rule.touched = book.tick();
    }
  }

  private static boolean otherSource(Fields fields, RuleEntry rule) {
    return fields.optional("source").filter(s -> !s.text().equals(rule.source)).isPresent();
  }

  // Without `comps`, Falco reads what is left in memory of those that are replaced.
  private void exceptions(RuleEntry rule, List<ExceptionEntry> replacing) {
    for (int i = 0; i < Math.min(replacing.size(), rule.exceptions().size()); i++) {
      ExceptionEntry next = replacing.get(i);
      Rulebook.Value before = rule.exceptions().get(i).comps;
      if (!next.comps.isValid() && next.fields.list() && before.list()) {
        String message = "without `comps`, `" + next.name + "` compares by chance";
        report.own(Code.PC0940.at(next.at, message).withHelp("give it a list `comps`"));
        next.comps = before;
      }
    }
    rule.replaceExceptions(replacing);
  }

  private static Set<String> texts(List<Scalar> scalars) {
    TreeSet<String> texts = new TreeSet<>();
    scalars.forEach(scalar -> texts.add(scalar.text()));
    return texts;
  }

  private static Optional<Traced> text(Fields fields, List<String> keys, String key) {
    return keys.contains(key) ? fields.text(fields.required(key)) : Optional.empty();
  }

  private static Optional<Boolean> flag(Fields fields, List<String> keys, String key) {
    return keys.contains(key) ? fields.flag(key) : Optional.empty();
  }

  /// Says that a rule isn't there to be changed.
  void missing(Span at, String name) {
    if (book.broken.contains(name)) {
      report.add(
          FalcoCode.VALIDATE, Code.PC0908, at, "the rule `" + name + "` can't be read above");
      return;
    }
    String message = "no rule `" + name + "` stands before this item, which changes it";
    String help =
        Near.of(name, book.rules.keySet())
            .map(near -> "did you mean `" + near + "`?")
            .orElse("define it first, or load its file before this one");
    report.add(FalcoCode.VALIDATE, Code.PC0908, at, message, help);
  }
}
