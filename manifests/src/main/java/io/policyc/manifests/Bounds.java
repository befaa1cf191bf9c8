package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;

/// What one text may cost, all its documents together: how deep its values are nested, how many
/// there are, and how much is found.
///
/// Source of the first bound: go.yaml.in/yaml/v2 v2.4.3 and sigs.k8s.io/json, both 10,000; YAML in
/// JSON counts together, so that a document has one depth. The other ones are ours: SnakeYAML takes
/// a thousand times as long for a bracket behind a thousand others, and values and findings take a
/// hundred times as much memory as their text.
final class Bounds {
  static final int MOST_DEPTH = 10_000;

  /// Collections deeper than this are counted; no Kubernetes object has any.
  static final int ORDINARY = 100;

  /// The most of them in a text.
  static final int MOST_DEEP = 100_000;

  /// The most values in a text; those that come by aliases take no memory.
  static final int MOST_VALUES = 4_000_000;

  /// The most findings of a text: nobody reads more.
  static final int MOST_FINDINGS = 1_000;

  private int deep;
  private int values;

  /// A collection begins that stands in so many, itself counted.
  void enter(int depth, Span at) {
    if (depth > MOST_DEPTH) {
      throw refuse(at, "values are nested more than " + MOST_DEPTH + " deep here");
    }
    if (depth > ORDINARY && ++deep > MOST_DEEP) {
      throw refuse(
          at, "more than " + MOST_DEEP + " values are nested more than " + ORDINARY + " deep");
    }
  }

  private static Refusal refuse(Span at, String message) {
    return new Refusal(
        ManifestCode.PC1004
            .at(at, message)
            .withHelp("flatten it: no Kubernetes object needs more"));
  }

  /// One more value.
  void value(Span at) {
    if (++values > MOST_VALUES) {
      throw new Refusal(
          ManifestCode.PC1005
              .at(at, "the text holds more than " + MOST_VALUES + " values up to here")
              .withHelp("split it into several files"));
    }
  }

  /// Whether nothing more is to be read: the text holds too many values, or too much was found.
  boolean isSpent(List<Finding> findings) {
    return values > MOST_VALUES || isEnough(findings);
  }

  /// Whether too much was found.
  static boolean isEnough(List<Finding> findings) {
    return findings.size() >= MOST_FINDINGS;
  }

  /// The findings that are shown, and that there are more.
  static List<Finding> shown(List<Finding> findings, Source source) {
    if (!isEnough(findings)) {
      return findings;
    }
    List<Finding> shown = new ArrayList<>(findings.subList(0, MOST_FINDINGS));
    Span last = findings.get(MOST_FINDINGS - 1).at().orElse(new Span(source, 0, 0));
    shown.add(
        ManifestCode.PC1005
            .at(last, "so much is wrong up to here that the rest of the text was not looked at")
            .withHelp("repair what was found first"));
    return shown;
  }
}
