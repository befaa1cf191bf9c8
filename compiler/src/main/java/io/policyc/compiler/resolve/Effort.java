package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;

/// How many comparisons may still be made.
///
/// Workloads are told apart by labels. Where thousands of them are not, each grant may meet every
/// other one, and comparing them all would take as long as somebody likes.
final class Effort {
  private static final int MOST_COMPARISONS = 5_000_000;

  private long left = MOST_COMPARISONS;

  /// Whether so many more comparisons may be made.
  boolean spend(int comparisons) {
    left -= comparisons;
    return left >= 0;
  }

  /// Whether comparisons were left out.
  boolean isSpent() {
    return left < 0;
  }

  /// What is said then.
  static Finding tooMany(Span sentence) {
    return Code.PC0331
        .at(sentence, "too many grants may meet to compare what they ask for")
        .withHelp("give the workloads of a namespace different values of one label, such as `app`");
  }
}
