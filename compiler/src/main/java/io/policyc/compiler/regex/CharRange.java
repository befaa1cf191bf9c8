package io.policyc.compiler.regex;

/// Code points from `lo` to `hi`, both included.
///
/// @param lo 0 or more
/// @param hi at least `lo`, at most U+10FFFF
public record CharRange(int lo, int hi) {
  public CharRange {
    if (lo < 0 || hi < lo || hi > Character.MAX_CODE_POINT) {
      throw new IllegalArgumentException("range " + lo + ".." + hi);
    }
  }

  /// Whether all of the range lies in `from..to`.
  boolean within(int from, int to) {
    return from <= lo && hi <= to;
  }
}
