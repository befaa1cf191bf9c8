package io.policyc.compiler.falco.check;

import java.util.function.Consumer;

/// Cuts texts into words.
final class Words {
  private Words() {}

  /// Hands over the words between delimiters.
  static void each(String text, String delimiters, Consumer<String> out) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || delimiters.indexOf(text.charAt(at)) >= 0) {
        if (at > start) {
          out.accept(text.substring(start, at));
        }
        start = at + 1;
      }
    }
  }
}
