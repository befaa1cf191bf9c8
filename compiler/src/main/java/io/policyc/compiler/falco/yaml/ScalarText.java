package io.policyc.compiler.falco.yaml;

import java.util.Arrays;

/// The characters of a scalar as it is read, each with the offset where it stands.
final class ScalarText {
  private final StringBuilder text = new StringBuilder();
  private int[] offsets = new int[32];
  private int lastEscaped = -1;

  int length() {
    return text.length();
  }

  /// Adds a character that stands at an offset.
  void append(char c, int offset) {
    if (text.length() == offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[text.length()] = offset;
    text.append(c);
  }

  /// Keeps only the first characters.
  void cut(int length) {
    text.setLength(length);
  }

  /// Holds what is there so far against being trimmed, because an escape wrote it.
  ///
  /// @return the length so far
  int escaped() {
    lastEscaped = text.length();
    return lastEscaped;
  }

  /// Drops the blanks that end a plain scalar, then the line ends.
  void trim(boolean plain, ScalarScanner.Chomp chomp) {
    int end = text.length();
    while (plain && end > 0 && (endsWith(end, ' ') || endsWith(end, '\t'))) {
      end--;
    }
    text.setLength(end);
    boolean drops = chomp != ScalarScanner.Chomp.KEEP;
    while (drops && end > Math.max(0, lastEscaped) && endsWith(end, '\n')) {
      end--;
    }
    boolean one = chomp == ScalarScanner.Chomp.CLIP && end > 0 && end < text.length();
    text.setLength(one ? end + 1 : end);
  }

  private boolean endsWith(int end, char c) {
    return text.charAt(end - 1) == c;
  }

  /// @param at where the scalar begins, its quote included
  /// @param first where its first character would stand
  /// @param end where it ends
  YamlNode.Scalar node(int at, int first, int end) {
    int length = text.length();
    boolean straight = length == 0 || offsets[length - 1] - offsets[0] == length - 1;
    int begin = length == 0 ? first : offsets[0];
    int[] all = straight ? new int[0] : Arrays.copyOf(offsets, length);
    return new YamlNode.Scalar(text.toString(), at, end, begin, all);
  }
}
