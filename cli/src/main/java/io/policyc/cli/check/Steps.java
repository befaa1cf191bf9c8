package io.policyc.cli.check;

import io.policyc.findings.ObjectPath;
import java.util.ArrayList;
import java.util.List;

/// The steps of a path: names, and positions in lists.
final class Steps {
  private Steps() {}

  /// `spec.containers[0].image` as `spec`, `containers`, 0, `image`; `labels[a.b/c]` as `labels`,
  /// `a.b/c`.
  static List<Object> of(ObjectPath path) {
    List<Object> steps = new ArrayList<>();
    String text = path.text();
    int at = 0;
    while (at < text.length()) {
      boolean bracket = text.charAt(at) == '[';
      int end = bracket ? text.indexOf(']', at) : endOfName(text, at);
      if (end < 0) {
        return List.of();
      }
      String word = text.substring(bracket ? at + 1 : at, end);
      steps.add(bracket && isNumber(word) ? (Object) Integer.valueOf(word) : word);
      at = bracket ? end + 1 : end;
      at += at < text.length() && text.charAt(at) == '.' ? 1 : 0;
    }
    return steps;
  }

  private static int endOfName(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      at++;
    }
    return at;
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.length() < 8 && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
