package io.policyc.compiler.resolve;

import io.policyc.findings.Span;

/// What a declaration's text holds though its tree does not: a line that was not understood was
/// reported when it was read, and nothing is said of its absence.
final class Unread {
  private Unread() {}

  /// Whether a declaration has more lines between its braces than were understood.
  ///
  /// @param items how many were
  static boolean any(Span sentence, int items) {
    String text = sentence.text();
    int open = text.indexOf('{');
    int close = text.lastIndexOf('}');
    return open < 0 || lines(text.substring(open + 1, Math.max(open + 1, close))) > items;
  }

  private static int lines(String block) {
    int lines = 0;
    for (String line : block.split("[\n;]", -1)) {
      lines += line.isBlank() || line.strip().startsWith("#") ? 0 : 1;
    }
    return lines;
  }
}
