package io.policyc.manifests;

/// Offsets in code points, which SnakeYAML counts in, and in UTF-16 units, which spans count in.
final class Points {
  private final int[] offsets;

  private Points(int[] offsets) {
    this.offsets = offsets;
  }

  static Points of(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new Points(new int[0]);
    }
    int[] offsets = new int[count + 1];
    int at = 0;
    for (int point = 0; point < count; point++) {
      offsets[point] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[count] = at;
    return new Points(offsets);
  }

  /// The UTF-16 offset of a code point.
  int offset(int point) {
    return offsets.length == 0 ? point : offsets[Math.min(point, offsets.length - 1)];
  }

  /// The code point at a UTF-16 offset.
  int point(int offset) {
    if (offsets.length == 0) {
      return offset;
    }
    int at = java.util.Arrays.binarySearch(offsets, offset);
    return at >= 0 ? at : -at - 2;
  }
}
