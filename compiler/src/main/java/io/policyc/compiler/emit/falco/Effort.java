package io.policyc.compiler.emit.falco;

/// How much of an input's sentences is compared with each other: groups of many sentences would
/// take as long as they are many, squared.
final class Effort {
  /// A comparison takes well below a microsecond.
  private static final int MOST = 5_000_000;

  /// What a part of a rule costs in comparisons.
  static final int PART = 20;

  private long spent;

  /// Whether so many more comparisons are made.
  boolean spend(int comparisons) {
    spent += comparisons;
    return !isExhausted();
  }

  /// Whether no more are made, so that what came of them is not to be used.
  boolean isExhausted() {
    return spent > MOST;
  }
}
