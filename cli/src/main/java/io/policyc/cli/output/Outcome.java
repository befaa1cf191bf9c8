package io.policyc.cli.output;

import java.util.List;

/// What became of a folder.
///
/// @param plan what was to be done
/// @param done the paths that were written or removed; after an error only those for which there
///   was no way back
public record Outcome(Plan plan, List<String> done) {
  public Outcome {
    done = List.copyOf(done);
  }

  /// Nothing was done.
  static Outcome nothing(Plan plan) {
    return new Outcome(plan, List.of());
  }
}
