package io.policyc.compiler.falco.check;

import java.util.ArrayList;
import java.util.List;

/// Cuts texts into words.
final class Words {
  private Words() {}

  /// The words between delimiters.
  static List<String> of(String text, String delimiters) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || delimiters.indexOf(text.charAt(at)) >= 0) {
        if (at > start) {
          words.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }
}
