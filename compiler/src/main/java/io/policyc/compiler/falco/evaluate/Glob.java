package io.policyc.compiler.falco.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A pattern of `glob` and `iglob`: `*` and `?` cross everything, slashes and leading dots too.
///
/// As `fnmatch` of the C library without flags: `[a-c]`, `[!a-c]`, `[[:digit:]]`, a backslash
/// before a character that stands for itself. A bracket that isn't closed stands for itself.
final class Glob {
  /// The bytes that each step takes one of; empty where it takes any run of bytes.
  private final List<Optional<BitSet>> steps;

  private final boolean fold;

  private Glob(List<Optional<BitSet>> steps, boolean fold) {
    this.steps = steps;
    this.fold = fold;
  }

  /// Reads a pattern.
  ///
  /// @param octets as of [Octets]
  /// @param fold whether `A` and `a` are one
  static Glob of(String octets, boolean fold) {
    List<Optional<BitSet>> steps = new ArrayList<>();
    int at = 0;
    while (at < octets.length()) {
      at = step(octets, at, fold, steps);
    }
    return new Glob(steps, fold);
  }

  private static int step(String pattern, int at, boolean fold, List<Optional<BitSet>> steps) {
    char c = pattern.charAt(at);
    switch (c) {
      case '*' -> steps.add(Optional.empty());
      case '?' -> steps.add(Optional.of(GlobSet.all()));
      case '\\' -> {
        // a backslash at the end matches nothing
        boolean last = at + 1 == pattern.length();
        steps.add(Optional.of(last ? new BitSet() : one(pattern.charAt(at + 1), fold)));
        return at + 2;
      }
      case '[' -> {
        GlobSet set = GlobSet.parse(pattern, at, fold);
        steps.add(Optional.of(set.octets()));
        return set.end();
      }
      default -> steps.add(Optional.of(one(c, fold)));
    }
    return at + 1;
  }

  private static BitSet one(char octet, boolean fold) {
    return GlobSet.one(fold ? Octets.lower(octet) : octet);
  }

  /// Whether the whole text fits. The work is at most the product of both lengths.
  boolean matches(String octets) {
    int step = 0;
    int at = 0;
    int run = -1;
    int resume = 0;
    while (at < octets.length()) {
      if (step < steps.size() && isRun(step)) {
        run = step++;
        resume = at;
      } else if (step < steps.size() && fits(step, octets.charAt(at))) {
        step++;
        at++;
      } else if (run >= 0) {
        step = run + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return onlyRuns(step);
  }

  private boolean isRun(int step) {
    return steps.get(step).isEmpty();
  }

  private boolean fits(int step, char octet) {
    return steps.get(step).orElseThrow().get(fold ? Octets.lower(octet) : octet);
  }

  private boolean onlyRuns(int from) {
    for (int step = from; step < steps.size(); step++) {
      if (!isRun(step)) {
        return false;
      }
    }
    return true;
  }
}
