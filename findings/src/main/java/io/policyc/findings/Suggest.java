package io.policyc.findings;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what a misspelt word most likely meant.
///
/// The distance is bounded, since a far guess is worse than none: one edit in a word of up to four
/// characters, two in a longer one. An edit is a character too many, missing, wrong, or swapped
/// with its neighbour; case does not count. A word is never a misspelling of itself.
public final class Suggest {
  private Suggest() {}

  /// The candidate nearest to a word; of several at the same distance, the first.
  ///
  /// @param candidates in an order that is the same in every run
  /// @return empty where nothing is near enough
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    Optional<String> best = Optional.empty();
    int limit = limit(word);
    for (String candidate : candidates) {
      if (candidate.equals(word)) {
        continue;
      }
      int distance = distance(word, candidate, limit);
      if (distance <= limit) {
        best = Optional.of(candidate);
        limit = distance - 1;
      }
    }
    return best;
  }

  /// Whether one word may be a misspelling of another one.
  public static boolean near(String word, String candidate) {
    int limit = limit(word);
    return !candidate.equals(word) && distance(word, candidate, limit) <= limit;
  }

  private static int limit(String word) {
    return word.length() <= 4 ? 1 : 2;
  }

  /// The number of edits between two words; anything above `limit` stands for "too many".
  static int distance(String word, String candidate, int limit) {
    if (Math.abs(word.length() - candidate.length()) > limit) {
      return limit + 1;
    }
    return edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
  }

  // Optimal string alignment over three rows.
  private static int edits(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
        if (swapped(a, b, i, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
