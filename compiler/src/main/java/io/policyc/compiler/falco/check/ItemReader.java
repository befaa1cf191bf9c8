package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.compiler.falco.yaml.YamlNode.Entry;
import io.policyc.compiler.falco.yaml.YamlNode.Mapping;
import io.policyc.compiler.falco.yaml.YamlNode.Nothing;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.List;

/// Reads one item; the first of the keys below that it has says what it is.
final class ItemReader {
  private static final List<String> KINDS =
      List.of("required_engine_version", "required_plugin_versions", "list", "macro", "rule");
  private static final List<String> LIST = List.of("list", "items", "append", "override");
  private static final List<String> MACRO = List.of("macro", "condition", "append", "override");
  private static final List<String> RULE =
      List.of(
          "rule",
          "condition",
          "output",
          "desc",
          "priority",
          "source",
          "enabled",
          "warn_evttypes",
          "skip-if-unknown-filter",
          "tags",
          "exceptions",
          "capture",
          "capture_duration",
          "append",
          "override");

  private final Source source;
  private final Report report;
  private final VersionReader versions;
  private final PartReader parts;
  private final RuleReader rules;

  ItemReader(Source source, Report report, Rulebook book, Plugins plugins) {
    this.source = source;
    this.report = report;
    versions = new VersionReader(report, book);
    parts = new PartReader(report, book);
    rules = new RuleReader(report, book, plugins);
  }

  void read(YamlNode item) {
    switch (item) {
      case Nothing _ -> {}
      case Mapping mapping -> item(new Fields(source, report, mapping));
      default -> {
        int at = Math.min(item.at(), source.text().length());
        Span span = new Span(source, at, Math.min(at + 1, source.text().length()));
        String message = "an item is a mapping such as `rule: …`";
        report.add(FalcoCode.YAML_VALIDATE, Code.PC0902, span, message);
      }
    }
  }

  private void item(Fields fields) {
    String kind = KINDS.stream().filter(fields::has).findFirst().orElse("");
    switch (kind) {
      case "required_engine_version" -> {
        versions.engine(fields);
        unknownKeys(fields, List.of(kind), kind);
      }
      case "required_plugin_versions" -> {
        versions.plugins(fields);
        unknownKeys(fields, List.of(kind), kind);
      }
      case "list" -> {
        parts.list(fields);
        unknownKeys(fields, LIST, kind);
      }
      case "macro" -> {
        parts.macro(fields);
        unknownKeys(fields, MACRO, kind);
      }
      case "rule" -> {
        rules.rule(fields);
        unknownKeys(fields, RULE, kind);
      }
      default -> unknownItem(fields);
    }
  }

  private void unknownItem(Fields fields) {
    Finding finding =
        Code.PC0903.at(fields.at(), "this item is no rule, macro or list: Falco skips it");
    for (Entry entry : fields.entries()) {
      if (entry.key() instanceof Scalar key) {
        finding =
            Suggest.nearest(key.text(), KINDS)
                .map(near -> "did you mean `" + near + "`?")
                .map(finding::withHelp)
                .orElse(finding);
      }
    }
    report.add(FalcoCode.UNKNOWN_ITEM, finding);
  }

  private void unknownKeys(Fields fields, List<String> known, String kind) {
    for (Entry entry : fields.entries()) {
      String key = entry.key() instanceof Scalar scalar ? scalar.text() : "~";
      if (entry.key() instanceof Nothing || !known.contains(key)) {
        String message = "`" + key + "` means nothing in an item that is a `" + kind + "`";
        Finding finding = Code.PC0903.at(fields.span(entry.key()), message);
        report.add(
            FalcoCode.UNKNOWN_KEY,
            Suggest.nearest(key, known)
                .map(near -> finding.withHelp("did you mean `" + near + "`?"))
                .orElse(finding));
      }
    }
  }
}
