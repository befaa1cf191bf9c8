package io.policyc.manifests;

import io.policyc.findings.Span;

/// How much of a document may come by aliases, and how much it may hold.
///
/// Source of the alias bounds: go.yaml.in/yaml/v2 v2.4.3, decode.go, `allowedAliasRatio`. The bound
/// on all values is ours: a request to an API server holds at most 3 MiB.
final class Budget {
  static final int MOST_VALUES = 1_000_000;

  private static final double LOW = 400_000;
  private static final double HIGH = 4_000_000;

  private final Bounds bounds;
  private long values;
  private long aliased;

  /// @param bounds of the whole text
  Budget(Bounds bounds) {
    this.bounds = bounds;
  }

  /// The number of values so far, those that came by aliases too.
  long values() {
    return values;
  }

  /// One more value.
  void value(Span at) {
    values++;
    bounds.value(at);
    if (values > MOST_VALUES) {
      throw new Refusal(
          ManifestCode.PC1005
              .at(at, "this document holds more than " + MOST_VALUES + " values")
              .withHelp("split it: an API server reads requests of at most 3 MiB"));
    }
  }

  /// So many more values by an alias.
  void alias(long size, Span at) {
    value(at);
    values += size - 1;
    aliased += size;
    value(at);
    if (aliased > 100 && values > 1000 && (double) aliased / values > allowed()) {
      throw new Refusal(
          ManifestCode.PC1005
              .at(at, "too much of this document comes by aliases")
              .withHelp("write the values out: an API server refuses excessive aliasing"));
    }
  }

  private double allowed() {
    if (values <= LOW) {
      return 0.99;
    }
    return values >= HIGH ? 0.10 : 0.99 - 0.89 * ((values - LOW) / (HIGH - LOW));
  }
}
