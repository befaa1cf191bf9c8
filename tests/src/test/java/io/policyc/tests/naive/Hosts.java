package io.policyc.tests.naive;

import java.util.List;
import java.util.Locale;

/// Host names and their patterns: `*` within a label, `**` across labels.
final class Hosts {
  /// Whether a name to resolve, or that was resolved, is one that a pattern means.
  static boolean named(String pattern, String name) {
    String lower = lower(name);
    String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return matches(pattern, bare);
  }

  /// Whether a `Host` header is one that a pattern means: the pattern in lower case with the header
  /// as it was sent. A port may follow the name.
  static boolean sent(String pattern, String host) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon >= 0 && isNumber(host.substring(colon + 1));
    return matches(pattern, host) || (hasPort && matches(pattern, host.substring(0, colon)));
  }

  private static boolean matches(String pattern, String name) {
    return matches(Text.split(lower(pattern), '.'), Text.split(name, '.'));
  }

  // `**` is one label or more; every other label of the pattern is one label of the name.
  private static boolean matches(List<String> pattern, List<String> name) {
    if (pattern.isEmpty() || name.isEmpty()) {
      return pattern.isEmpty() && name.isEmpty();
    }
    List<String> restOfName = name.subList(1, name.size());
    List<String> restOfPattern = pattern.subList(1, pattern.size());
    if (pattern.getFirst().equals("**")) {
      return !name.getFirst().isEmpty()
          && (matches(restOfPattern, restOfName) || matches(pattern, restOfName));
    }
    return Text.matches(pattern.getFirst(), name.getFirst(), Hosts::isLabelCharacter)
        && matches(restOfPattern, restOfName);
  }

  private static boolean isLabelCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private Hosts() {}
}
