package io.policyc.tests.naive;

import java.util.List;

/// Path patterns, compared segment by segment.
final class Paths {
  private static final String HEX = "0123456789abcdefABCDEF";

  /// Whether a path without its query is one that a pattern means.
  static boolean match(String pattern, String path) {
    if (pattern.endsWith("/**")) {
      return tail(pattern.substring(0, pattern.length() - 3), path);
    }
    return segments(Text.split(pattern, '/'), Text.split(path, '/'));
  }

  // Nothing, or a slash and any text: the path up to some slash, or all of it, is the head.
  private static boolean tail(String head, String path) {
    if (match(head, path)) {
      return true;
    }
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '/' && match(head, path.substring(0, i)) && allWild(path, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean allWild(String path, int from) {
    return path.substring(from).chars().allMatch(c -> c == '/' || isWild(c));
  }

  private static boolean segments(List<String> patterns, List<String> segments) {
    if (patterns.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (!segment(patterns.get(i), segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean segment(String pattern, String segment) {
    if (!pattern.startsWith("{")) {
      return Text.matches(pattern, segment, Paths::isWild);
    }
    int colon = pattern.indexOf(':');
    return switch (colon < 0 ? "" : pattern.substring(colon + 1, pattern.length() - 1)) {
      case "" -> !segment.isEmpty() && segment.chars().allMatch(Paths::isWild);
      case "int" -> !segment.isEmpty() && segment.chars().allMatch(Paths::isDigit);
      case "uuid" -> isUuid(segment);
      case "slug" -> isSlug(segment);
      case String other -> throw new IllegalArgumentException("no type of segment: " + other);
    };
  }

  /// Printable ASCII but for what ends a segment.
  static boolean isWild(int c) {
    return c >= 0x21 && c <= 0x7E && c != '/' && c != '?';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isUuid(String segment) {
    List<Integer> lengths = Text.split(segment, '-').stream().map(String::length).toList();
    return lengths.equals(List.of(8, 4, 4, 4, 12))
        && segment.chars().allMatch(c -> c == '-' || HEX.indexOf(c) >= 0);
  }

  private static boolean isSlug(String segment) {
    return Text.split(segment, '-').stream()
        .allMatch(
            part ->
                !part.isEmpty()
                    && part.chars().allMatch(c -> isDigit(c) || (c >= 'a' && c <= 'z')));
  }

  private Paths() {}
}
