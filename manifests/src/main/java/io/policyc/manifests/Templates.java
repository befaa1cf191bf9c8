package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;

/// Templates that somebody took for manifests.
final class Templates {
  private Templates() {}

  /// A better word for a broken document: one with `{{` is a template, not a mistake in YAML.
  static Finding explain(Finding finding, String text, Source source, int start, int end) {
    int at = text.indexOf("{{", start, end);
    if (at < 0) {
      return finding;
    }
    return ManifestCode.PC1002
        .at(new Span(source, at, at + 2), "this is a template, not a manifest")
        .withHelp("render it first, for Helm: `helm template CHART | policyc check -`");
  }
}
