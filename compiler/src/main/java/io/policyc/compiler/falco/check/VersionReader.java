package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.compiler.falco.yaml.YamlNode.Mapping;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.compiler.falco.yaml.YamlNode.Sequence;
import io.policyc.findings.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what a file needs: an engine and plugins.
final class VersionReader {
  private static final Version ENGINE = new Version(0, 62, 0);

  private final Report report;
  private final Rulebook book;

  VersionReader(Report report, Rulebook book) {
    this.report = report;
    this.book = book;
  }

  /// `required_engine_version: 0.57.0`, or the last-but-one number alone.
  void engine(Fields fields) {
    Optional<Scalar> scalar = fields.required("required_engine_version");
    if (scalar.isEmpty()) {
      return;
    }
    String text = scalar.get().text();
    Span at = fields.span(scalar.get());
    Optional<Version> version =
        Integers.unsigned(text).map(n -> new Version(0, n, 0)).or(() -> Version.read(text));
    if (version.isEmpty()) {
      report.add(
          FalcoCode.YAML_VALIDATE,
          Code.PC0905,
          at,
          "`" + text + "` is no version of the engine",
          "write three numbers such as `0.57.0`");
    } else if (!ENGINE.serves(version.get())) {
      String message = "Falco 0.44.1 has engine 0.62.0, which is not `" + text + "` or later";
      report.add(FalcoCode.VALIDATE, Code.PC0905, at, message);
    }
  }

  /// `required_plugin_versions: [{name: container, version: 0.4.0}]`
  void plugins(Fields fields) {
    YamlNode value = fields.value("required_plugin_versions").orElseThrow();
    if (!(value instanceof Sequence list)) {
      fields.wrong(fields.span(value), "`required_plugin_versions` must be a list");
      return;
    }
    for (YamlNode item : list.items()) {
      mapping(fields, item).ifPresent(this::plugin);
    }
  }

  private void plugin(Fields fields) {
    Needs needs = new Needs(fields.at());
    boolean complete = need(fields, needs);
    Optional<YamlNode> alternatives = fields.value("alternatives");
    if (alternatives.isPresent() && !(alternatives.get() instanceof Sequence)) {
      fields.wrong(fields.span(alternatives.get()), "`alternatives` must be a list");
      complete = false;
    }
    if (alternatives.isPresent() && alternatives.get() instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        complete &= mapping(fields, item).filter(other -> need(other, needs)).isPresent();
      }
    }
    if (complete && needs.valid(report)) {
      book.plugins.add(new Rulebook.PluginNeed(needs.versions, needs.at));
    }
  }

  private boolean need(Fields fields, Needs needs) {
    Optional<Scalar> name = fields.required("name");
    Optional<Scalar> version = fields.required("version");
    if (name.isEmpty() || version.isEmpty()) {
      return false;
    }
    needs.twice |= needs.versions.put(name.get().text(), version.get().text()) != null;
    return true;
  }

  private Optional<Fields> mapping(Fields outer, YamlNode item) {
    if (item instanceof Mapping mapping) {
      return Optional.of(new Fields(outer.source(), report, mapping));
    }
    outer.wrong(outer.span(item), "a required plugin is a mapping with `name` and `version`");
    return Optional.empty();
  }

  /// Plugins of which one will do.
  private static final class Needs {
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Span at;
    private boolean twice;

    Needs(Span at) {
      this.at = at;
    }

    boolean valid(Report report) {
      for (Map.Entry<String, String> entry : versions.entrySet()) {
        if (Version.read(entry.getValue()).isEmpty()) {
          String text = "`" + entry.getValue() + "` is no version of `" + entry.getKey() + "`";
          String help = "write three numbers such as `0.4.0`";
          report.add(FalcoCode.VALIDATE, Code.PC0906, at, text, help);
          return false;
        }
      }
      if (twice) {
        String message = "a plugin stands twice among those of which one will do";
        report.add(FalcoCode.VALIDATE, Code.PC0906, at, message);
      }
      return !twice;
    }
  }
}
