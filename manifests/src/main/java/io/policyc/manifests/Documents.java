package io.policyc.manifests;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;

/// The documents of a text, cut as kubectl cuts it: at lines that begin with `---`.
///
/// Source: k8s.io/apimachinery v0.36.4, pkg/util/yaml/decoder.go. A text that begins with `{` is a
/// row of JSON values until one is none; the rest is YAML.
final class Documents {
  private final Source source;
  private final String text;
  private final Bounds bounds = new Bounds();
  private final List<Value> values = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Documents(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /// Every document that is one, and what was found in all of them.
  static Checked<List<Value>> of(Source source) {
    Documents documents = new Documents(source);
    int json = documents.json();
    if (json >= 0 && !documents.bounds.isSpent(documents.findings)) {
      documents.yaml(json);
    }
    return new Checked<>(documents.values, Bounds.shown(documents.findings, source));
  }

  // Gives the offset from which the rest is YAML; -1 where all is read.
  private int json() {
    int at = 0;
    int count = 0;
    while (startsObject(at) && !bounds.isSpent(findings)) {
      List<Finding> found = new ArrayList<>();
      JsonReader reader = new JsonReader(source, at, bounds, found);
      try {
        values.add(reader.read());
        findings.addAll(found);
        at = reader.at();
        count++;
      } catch (Refusal broken) {
        return count > 1 || !broken.finding().rule().equals(ManifestCode.PC1003.name())
            ? refuse(broken)
            : looksLikeYaml(at, broken);
      }
    }
    if (count == 0) {
      return at;
    }
    if (text.substring(at).isBlank()) {
      return -1;
    }
    return count > 1 ? refuse(mixed(at)) : behindLine(at);
  }

  private int behindLine(int at) {
    int i = at;
    while (Character.isWhitespace(text.charAt(i))) {
      if (text.charAt(i++) == '\n') {
        return i;
      }
    }
    return i;
  }

  private Refusal mixed(int at) {
    Span here = new Span(source, at, at);
    return new Refusal(
        ManifestCode.PC1003
            .at(here, "this is no JSON, and stands behind several objects in JSON")
            .withHelp("write all objects in one of JSON and YAML, or a `List`"));
  }

  private int refuse(Refusal refusal) {
    findings.add(refusal.finding());
    return -1;
  }

  // What begins with `{"` and is broken is broken JSON: YAML would explain it less well.
  private int looksLikeYaml(int at, Refusal broken) {
    try {
      YamlReader.read(source, at, end(at), bounds, new ArrayList<>());
      return at;
    } catch (Refusal yaml) {
      boolean json =
          text.substring(at).stripLeading().replaceFirst("\\{\\s*", "{").startsWith("{\"");
      return json ? refuse(broken) : at;
    }
  }

  private boolean startsObject(int at) {
    int i = at;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '{';
  }

  private void yaml(int from) {
    int start = from;
    if (text.startsWith("---", from)) {
      // kubectl leaves the first separator in its document.
      int before = findings.size();
      int behind = behindSeparator(from);
      int end = end(from + 3);
      document(findings.size() == before ? from : Math.min(behind, end), end);
      if (end >= text.length()) {
        return;
      }
      start = behindSeparator(end);
    }
    while (start <= text.length() && !bounds.isSpent(findings)) {
      int end = end(start);
      document(start, end);
      if (end >= text.length()) {
        return;
      }
      start = behindSeparator(end);
    }
  }

  private void document(int start, int end) {
    List<Finding> found = new ArrayList<>();
    try {
      bounds.value(new Span(source, start, end));
      YamlReader.read(source, start, end, bounds, found).ifPresent(values::add);
      findings.addAll(found);
    } catch (Refusal refusal) {
      findings.add(Templates.explain(refusal.finding(), text, source, start, end));
    }
  }

  // The offset of the next line that begins with `---`, or of the end.
  private int end(int from) {
    if (text.startsWith("---", from) && (from == 0 || text.charAt(from - 1) == '\n')) {
      return from;
    }
    int line = text.indexOf("\n---", from);
    return line < 0 ? text.length() : line + 1;
  }

  private int behindSeparator(int at) {
    int newline = text.indexOf('\n', at);
    int end = newline < 0 ? text.length() : newline;
    String rest = text.substring(at + 3, end).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      Span here = new Span(source, at, end);
      findings.add(
          ManifestCode.PC1003
              .at(here, "only a comment may stand behind `---` on its line")
              .withHelp("begin the document on the next line"));
    }
    return newline < 0 ? text.length() + 1 : newline + 1;
  }
}
