package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.Priority;
import io.policyc.compiler.falco.check.Rulebook.RuleEntry;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads rules: whole ones, what adds to or replaces parts of an earlier one, and the old way to
/// switch one off.
final class RuleReader {
  private final Report report;
  private final Rulebook book;
  private final RuleUpdates updates;

  private final Plugins plugins;

  RuleReader(Report report, Rulebook book, Plugins plugins) {
    this.report = report;
    this.book = book;
    this.plugins = plugins;
    updates = new RuleUpdates(report, book, plugins);
  }

  void rule(Fields fields) {
    Optional<Scalar> name = fields.required("rule");
    if (name.isEmpty()) {
      return;
    }
    int before = report.size();
    boolean append = Appending.flag(fields);
    Overrides overrides = Overrides.read(fields, RuleUpdates.APPEND, RuleUpdates.REPLACE);
    if (append && overrides.any()) {
      Appending.both(fields);
    }
    if (report.errorsSince(before)) {
      book.broken.add(name.get().text());
    } else if (overrides.any()) {
      updates.overridden(fields, name.get(), overrides);
    } else if (append) {
      updates.appended(fields, name.get());
    } else if (Stream.of("condition", "output", "desc", "priority").noneMatch(fields::has)) {
      enabled(fields, name.get());
    } else {
      whole(fields, name.get());
    }
  }

  private void enabled(Fields fields, Scalar name) {
    fields.required("enabled");
    Optional<Boolean> enabled = fields.has("enabled") ? fields.flag("enabled") : Optional.empty();
    if (enabled.isEmpty()) {
      return;
    }
    report.add(
        FalcoCode.DEPRECATED_ITEM,
        Code.PC0909,
        fields.span(name),
        "to switch a rule off by `enabled` alone is deprecated",
        "add `override: {enabled: replace}`");
    RuleEntry rule = book.rules.get(name.text());
    if (rule == null) {
      updates.missing(fields.span(name), name.text());
    } else {
      rule.enabled = enabled.get();
    }
  }

  private void whole(Fields fields, Scalar name) {
    int before = report.size();
    Optional<Traced> condition = fields.text(fields.required("condition"));
    Optional<Traced> output = fields.text(fields.required("output"));
    fields.required("desc");
    Optional<Priority> priority = priority(fields);
    Optional<Scalar> source = fields.optional("source");
    RuleEntry rule =
        new RuleEntry(
            name.text(),
            fields.span(name),
            source.map(Scalar::text).orElse("syscall"),
            condition.orElse(Traced.of(fields.source(), name)),
            output.orElse(Traced.of(fields.source(), name)),
            priority.orElse(Priority.DEBUG));
    options(fields, rule);
    rule.replaceExceptions(new ExceptionReader(report).read(fields, false));
    if (report.errorsSince(before)) {
      book.broken.add(name.text());
    } else {
      define(fields, rule, source);
    }
  }

  private void options(Fields fields, RuleEntry rule) {
    rule.enabled = fields.flag("enabled").orElse(true);
    rule.warnEventTypes = fields.flag("warn_evttypes").orElse(true);
    rule.skipUnknown = fields.flag("skip-if-unknown-filter").orElse(false);
    fields.flag("capture");
    duration(fields);
    if (fields.has("tags")) {
      fields.texts("tags").ifPresent(tags -> tags.forEach(tag -> rule.tags.add(tag.text())));
    }
  }

  /// Checks `capture_duration`.
  static void duration(Fields fields) {
    Optional<Scalar> scalar = fields.optional("capture_duration");
    if (scalar.isPresent() && Integers.unsigned(scalar.get().text()).isEmpty()) {
      fields.wrong(fields.span(scalar.get()), "`capture_duration` must be a whole number");
    }
  }

  /// Reads the priority, in any case.
  static Optional<Priority> priority(Fields fields) {
    Optional<Scalar> scalar = fields.required("priority");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    String word = scalar.get().text().toUpperCase(Locale.ROOT);
    Optional<Priority> priority =
        Arrays.stream(Priority.values()).filter(p -> p.name().equals(word)).findFirst();
    if (word.equals("INFO")) {
      return Optional.of(Priority.INFORMATIONAL);
    }
    if (priority.isEmpty()) {
      unknown(fields, scalar.get(), word);
    }
    return priority;
  }

  private static void unknown(Fields fields, Scalar scalar, String word) {
    List<String> all = Arrays.stream(Priority.values()).map(Priority::name).toList();
    String help =
        meant(word, all)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("write one of " + String.join(", ", all));
    Span at = fields.span(scalar);
    String message = "`" + scalar.text() + "` is no priority";
    fields.report().add(FalcoCode.YAML_VALIDATE, Code.PC0904, at, message, help);
  }

  private static Optional<String> meant(String word, List<String> all) {
    Optional<String> longer =
        all.stream().filter(p -> word.length() > 2 && p.startsWith(word)).findFirst();
    return switch (word) {
      case "HIGH" -> Optional.of("CRITICAL");
      case "INF" -> Optional.of("INFO");
      default -> longer.or(() -> Suggest.nearest(word, all));
    };
  }

  /// Says that a rule is there for another source.
  static void otherSource(Report report, Span at, RuleEntry before) {
    String message =
        "`" + before.name + "` is defined above for the source `" + before.source + "`";
    report.add(FalcoCode.VALIDATE, Code.PC0908, at, message, "give it another name");
  }

  private void define(Fields fields, RuleEntry rule, Optional<Scalar> source) {
    RuleEntry before = book.rules.get(rule.name);
    if (before != null && !before.source.equals(rule.source)) {
      otherSource(report, rule.at, before);
      return;
    }
    rule.unknownSource = !rule.source.equals("syscall");
    if (rule.unknownSource) {
      Span at = source.map(fields::span).orElse(rule.at);
      report.add(
          FalcoCode.UNKNOWN_SOURCE,
          Code.PC0911,
          at,
          "no plugin here provides the source `" + rule.source + "`: Falco skips the rule",
          "load the plugin, or write `syscall`");
    }
    int errors = report.size();
    for (Rulebook.ExceptionEntry exception : rule.exceptions()) {
      new ExceptionCheck(report, rule.plugins(plugins)).complete(exception);
    }
    if (!report.errorsSince(errors)) {
      rule.touched = book.tick();
      book.rules.put(rule.name, rule);
    }
  }
}
