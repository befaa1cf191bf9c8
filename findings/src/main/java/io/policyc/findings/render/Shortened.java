package io.policyc.findings.render;

/// Texts that must not be longer than a reader shows.
final class Shortened {
  private Shortened() {}

  /// The beginning of a text, ending with `…` where something is left out.
  ///
  /// @param limit UTF-16 units, at least 2
  static String to(int limit, String text) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 1;
    // Half a character would be shown as a broken one.
    end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
    return text.substring(0, end) + "…";
  }
}
