package io.policyc.compiler.resolve;

import io.policyc.findings.Suggest;
import java.util.Collection;
import java.util.Optional;

/// What misspelt words most likely meant, as long as that costs little: a word is compared with
/// every candidate, and a text of nothing but misspelt words gets suggestions for its first ones.
final class Suggestions {
  private static final int MOST_COMPARISONS = 1_000_000;

  private int comparisons;

  /// The candidate nearest to a word.
  ///
  /// @param candidates in an order that is the same in every run
  /// @return empty where nothing is near, or too much was compared already
  Optional<String> nearest(String word, Collection<String> candidates) {
    if (comparisons + candidates.size() > MOST_COMPARISONS) {
      return Optional.empty();
    }
    comparisons += candidates.size();
    return Suggest.nearest(word, candidates);
  }
}
