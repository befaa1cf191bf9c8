package io.policyc.compiler.falco.check;

import java.util.Optional;

/// Three numbers, as Falco reads them: what follows the third doesn't matter.
record Version(long major, long minor, long patch) {
  /// `0.57.0`; empty where three numbers with dots between them don't begin the text.
  static Optional<Version> read(String text) {
    long[] numbers = new long[3];
    int at = 0;
    for (int i = 0; i < 3; i++) {
      at = blanks(text, at + (i == 0 ? 0 : 1));
      int start = at + (sign(text, at) ? 1 : 0);
      int end = digits(text, start);
      boolean dot = i == 2 || (end < text.length() && text.charAt(end) == '.');
      if (end == start || !dot || end - start > 9) {
        return Optional.empty();
      }
      numbers[i] = Long.parseLong(text, start, end, 10);
      at = end;
    }
    return Optional.of(new Version(numbers[0], numbers[1], numbers[2]));
  }

  /// Whether this version does where another one is asked for: the same major number, and not
  /// older.
  boolean serves(Version wanted) {
    boolean younger = minor > wanted.minor || (minor == wanted.minor && patch >= wanted.patch);
    return major == wanted.major && younger;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
