package io.policyc.tests.peers;

import java.util.List;

/// What the text of a path pattern means, read segment by segment and without expressions.
final class NaivePath {
  private NaivePath() {}

  /// Whether a pattern matches a request's path as it arrives, with its query.
  static boolean matches(String pattern, boolean queryAdmitted, String request) {
    int question = request.indexOf('?');
    if (question >= 0 && !queryAdmitted) {
      return false;
    }
    String path = question < 0 ? request : request.substring(0, question);
    if (pattern.equals("/**")) {
      return true;
    }
    boolean tail = pattern.endsWith("/**");
    List<String> wanted = segments(tail ? pattern.substring(0, pattern.length() - 3) : pattern);
    List<String> given = segments(path);
    boolean count = tail ? given.size() >= wanted.size() : given.size() == wanted.size();
    for (int i = 0; count && i < wanted.size(); i++) {
      if (!segment(wanted.get(i), given.get(i))) {
        return false;
      }
    }
    return count;
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static boolean segment(String wanted, String given) {
    if (!wanted.startsWith("{")) {
      return glob(wanted, 0, given, 0);
    }
    int colon = wanted.indexOf(':');
    return switch (colon < 0 ? "" : wanted.substring(colon + 1, wanted.length() - 1)) {
      case "int" -> !given.isEmpty() && given.chars().allMatch(NaivePath::digit);
      case "uuid" -> uuid(given);
      case "slug" -> slug(given);
      default -> !given.isEmpty();
    };
  }

  private static boolean glob(String wanted, int w, String given, int g) {
    if (w == wanted.length()) {
      return g == given.length();
    }
    if (wanted.charAt(w) != '*') {
      return g < given.length()
          && wanted.charAt(w) == given.charAt(g)
          && glob(wanted, w + 1, given, g + 1);
    }
    for (int end = g; end <= given.length(); end++) {
      if (glob(wanted, w + 1, given, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean uuid(String given) {
    if (given.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = given.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      boolean hex = digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (hyphen ? c != '-' : !hex) {
        return false;
      }
    }
    return true;
  }

  private static boolean slug(String given) {
    for (String part : given.split("-", -1)) {
      if (part.isEmpty() || !part.chars().allMatch(c -> digit(c) || (c >= 'a' && c <= 'z'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
