package io.policyc.tests.peers;

/// What a host pattern means, read character by character and without expressions.
final class NaiveHost {
  private NaiveHost() {}

  /// Whether a pattern matches a `Host` header, with or without a port.
  static boolean matches(String pattern, String header) {
    int colon = header.indexOf(':');
    String host = colon < 0 ? header : header.substring(0, colon);
    String port = colon < 0 ? "0" : header.substring(colon + 1);
    return !port.isEmpty()
        && port.chars().allMatch(c -> c >= '0' && c <= '9')
        && matches(pattern, 0, host, 0);
  }

  private static boolean matches(String pattern, int p, String host, int h) {
    if (p == pattern.length()) {
      return h == host.length();
    }
    if (pattern.charAt(p) != '*') {
      return h < host.length()
          && pattern.charAt(p) == host.charAt(h)
          && matches(pattern, p + 1, host, h + 1);
    }
    boolean across = pattern.startsWith("**", p);
    for (int end = h; ; end++) {
      if (matches(pattern, p + (across ? 2 : 1), host, end)) {
        return true;
      }
      if (end == host.length() || !admits(host.charAt(end), across)) {
        return false;
      }
    }
  }

  private static boolean admits(char c, boolean across) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || (across && c == '.');
  }
}
