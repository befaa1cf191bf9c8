package io.policyc.compiler.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A set of code points: sorted ranges that neither overlap nor touch.
///
/// @param ranges in ascending order
public record CharSet(List<CharRange> ranges) {
  /// Latin small letter long s, which is an `s` when case is ignored.
  private static final int LONG_S = 0x17F;

  /// Kelvin sign, which is a `k` when case is ignored.
  private static final int KELVIN = 0x212A;

  /// No code point.
  public static final CharSet NONE = new CharSet(List.of());

  /// Every code point.
  public static final CharSet ALL = range(0, Character.MAX_CODE_POINT);

  /// Sorts and merges the ranges.
  public CharSet {
    ranges = merged(ranges);
  }

  /// One range.
  public static CharSet range(int lo, int hi) {
    return new CharSet(List.of(new CharRange(lo, hi)));
  }

  /// The pairs of characters of a text such as `09AZaz`, each one range.
  static CharSet pairs(String pairs) {
    List<CharRange> all = new ArrayList<>();
    for (int i = 0; i + 1 < pairs.length(); i += 2) {
      all.add(new CharRange(pairs.charAt(i), pairs.charAt(i + 1)));
    }
    return new CharSet(all);
  }

  /// What is in either set.
  public CharSet or(CharSet other) {
    List<CharRange> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return new CharSet(all);
  }

  /// What is not in this set.
  public CharSet not() {
    List<CharRange> gaps = new ArrayList<>();
    int next = 0;
    for (CharRange range : ranges) {
      if (next < range.lo()) {
        gaps.add(new CharRange(next, range.lo() - 1));
      }
      next = range.hi() + 1;
    }
    if (next <= Character.MAX_CODE_POINT) {
      gaps.add(new CharRange(next, Character.MAX_CODE_POINT));
    }
    return new CharSet(gaps);
  }

  /// What of this set is at most `max`.
  public CharSet upTo(int max) {
    List<CharRange> kept = new ArrayList<>();
    for (CharRange range : ranges) {
      if (range.lo() <= max) {
        kept.add(new CharRange(range.lo(), Math.min(range.hi(), max)));
      }
    }
    return new CharSet(kept);
  }

  /// Adds the other case of every ASCII letter, with the two code points outside ASCII that are
  /// letters' other cases.
  CharSet ignoringCase() {
    List<CharRange> all = new ArrayList<>(ranges);
    for (CharRange range : ranges) {
      shifted(range, 'A', 'Z', 'a' - 'A', all);
      shifted(range, 'a', 'z', 'A' - 'a', all);
    }
    if (contains('k') || contains('K')) {
      all.add(new CharRange(KELVIN, KELVIN));
    }
    if (contains('s') || contains('S')) {
      all.add(new CharRange(LONG_S, LONG_S));
    }
    return new CharSet(all);
  }

  private static void shifted(CharRange range, int from, int to, int by, List<CharRange> into) {
    int lo = Math.max(range.lo(), from);
    int hi = Math.min(range.hi(), to);
    if (lo <= hi) {
      into.add(new CharRange(lo + by, hi + by));
    }
  }

  /// Whether the code point is in the set.
  public boolean contains(int codePoint) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      CharRange range = ranges.get(middle);
      if (codePoint < range.lo()) {
        high = middle - 1;
      } else if (codePoint > range.hi()) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /// How many code points are in the set.
  public int size() {
    return ranges.stream().mapToInt(r -> r.hi() - r.lo() + 1).sum();
  }

  /// The least code point of a set that isn't empty.
  public int least() {
    return ranges.getFirst().lo();
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /// Whether the set treats `A` to `Z` as it treats `a` to `z`.
  boolean sameForBothCases() {
    for (int upper = 'A'; upper <= 'Z'; upper++) {
      if (contains(upper) != contains(upper - 'A' + 'a')) {
        return false;
      }
    }
    return true;
  }

  private static List<CharRange> merged(List<CharRange> ranges) {
    List<CharRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(CharRange::lo));
    List<CharRange> out = new ArrayList<>();
    for (CharRange range : sorted) {
      if (!out.isEmpty() && range.lo() <= out.getLast().hi() + 1) {
        CharRange last = out.removeLast();
        out.add(new CharRange(last.lo(), Math.max(last.hi(), range.hi())));
      } else {
        out.add(range);
      }
    }
    return List.copyOf(out);
  }
}
