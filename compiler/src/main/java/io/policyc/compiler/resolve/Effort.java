package io.policyc.compiler.resolve;

/// How many comparisons may still be made.
///
/// Workloads are told apart by labels. Where thousands of them are not, each grant may meet every
/// other one, and comparing them all would take as long as somebody likes.
final class Effort {
  private long left;

  Effort(long most) {
    this.left = most;
  }

  /// Whether so many more comparisons may be made.
  boolean spend(int comparisons) {
    left -= comparisons;
    return left >= 0;
  }

  /// Whether comparisons were left out.
  boolean isSpent() {
    return left < 0;
  }
}
