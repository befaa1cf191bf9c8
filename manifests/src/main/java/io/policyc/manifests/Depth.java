package io.policyc.manifests;

import io.policyc.findings.Span;

/// How deep the values of one text may be nested, and how many of them.
///
/// Source of the first bound: go.yaml.in/yaml/v2 v2.4.3 and sigs.k8s.io/json, both 10,000; YAML in
/// JSON counts together, so that a document has one depth. The second one is ours: SnakeYAML takes
/// a thousand times as long for a bracket behind a thousand others.
final class Depth {
  static final int MOST = 10_000;

  /// Collections deeper than this are counted; no Kubernetes object has any.
  static final int ORDINARY = 100;

  /// The most of them in a text.
  static final int MOST_DEEP = 100_000;

  private int deep;

  /// A collection begins that stands in so many, itself counted.
  void enter(int depth, Span at) {
    if (depth > MOST) {
      throw refuse(at, "values are nested more than " + MOST + " deep here");
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
}
