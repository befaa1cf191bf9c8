package io.policyc.manifests;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// What a field that nobody knows was most likely meant to be.
final class Near {
  private Near() {}

  /// A name that differs in case only, or else by one character.
  static Optional<String> of(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> name.equalsIgnoreCase(word))
        .findFirst()
        .or(() -> names.stream().filter(name -> oneEdit(lower(word), lower(name))).findFirst());
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  // One character more, less or other, or two swapped.
  private static boolean oneEdit(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restA = a.substring(same);
    String restB = b.substring(same);
    return behind(restA, 1).equals(behind(restB, 1))
        || behind(restA, 1).equals(restB)
        || restA.equals(behind(restB, 1))
        || swapped(restA).equals(restB);
  }

  private static String behind(String text, int count) {
    return text.substring(Math.min(count, text.length()));
  }

  private static String swapped(String text) {
    return text.length() < 2 ? text : "" + text.charAt(1) + text.charAt(0) + text.substring(2);
  }
}
