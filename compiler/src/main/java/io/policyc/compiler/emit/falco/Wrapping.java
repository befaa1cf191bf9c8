package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.yaml.YamlOut;
import io.policyc.findings.ObjectPath;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The object that brings a rules file to Falco in a cluster, where the settings ask for one.
///
/// Source: falcosecurity/falco-operator 0.2.0, Rulesfile v1alpha1: rules files are loaded in the
/// order of their priority, and 50 is the default.
final class Wrapping {
  /// Before the rules of others, which would otherwise keep these from being seen.
  private static final int PRIORITY = 10;

  static final String CONFIGMAP = "falco/configmap.yaml";
  static final String RULESFILE = "falco/rulesfile.yaml";

  /// Under which a ConfigMap holds the rules.
  static final String KEY = "policyc_rules.yaml";

  private Wrapping() {}

  /// The object; empty where none is asked for.
  static Optional<Document> of(String rules, List<Document.Origin> sources, Settings.Falco falco) {
    return switch (falco.wrap()) {
      case NONE -> Optional.empty();
      case CONFIGMAP ->
          Optional.of(
              new Document(
                  CONFIGMAP,
                  configMap(rules, falco),
                  moved(sources, _ -> ObjectPath.ROOT.child("data").child(KEY))));
      case RULESFILE ->
          Optional.of(
              new Document(
                  RULESFILE,
                  rulesfile(rules, falco),
                  moved(sources, item -> new ObjectPath("spec.inlineRules" + item.text()))));
    };
  }

  private static List<Document.Origin> moved(
      List<Document.Origin> sources, UnaryOperator<ObjectPath> to) {
    return sources.stream()
        .map(one -> new Document.Origin(one.object(), to.apply(one.path()), one.sentence()))
        .toList();
  }

  private static String configMap(String rules, Settings.Falco falco) {
    StringBuilder out = new StringBuilder();
    head(out, "v1", "ConfigMap", falco).open("data").block(KEY, rules).close();
    return out.toString();
  }

  private static String rulesfile(String rules, Settings.Falco falco) {
    StringBuilder out = new StringBuilder();
    head(out, "artifact.falcosecurity.dev/v1alpha1", "Rulesfile", falco)
        .open("spec")
        .literal("priority", "" + PRIORITY)
        .open("inlineRules")
        .nested(rules)
        .close()
        .close();
    return out.toString();
  }

  private static YamlOut head(
      StringBuilder out, String apiVersion, String kind, Settings.Falco falco) {
    return new YamlOut(out)
        .comments(List.of("Written by policyc: change the sentences, not this file."))
        .field("apiVersion", apiVersion)
        .field("kind", kind)
        .open("metadata")
        .field("name", "policyc-rules")
        .field("namespace", falco.namespace())
        .open("labels")
        .field("app.kubernetes.io/managed-by", "policyc")
        .close()
        .close();
  }
}
