package io.policyc.signatures.oci;

import io.policyc.signatures.oci.net.Hosts;
import java.util.function.IntPredicate;

/// How hosts, repositories and tags are spelt.
///
/// @see <a
///   href="https://github.com/distribution/reference/blob/v0.6.0/reference.go">distribution/reference
///   0.6.0, the grammar</a>
final class Names {
  private static final int MAX_REPOSITORY = 255;
  private static final int MAX_TAG = 128;
  private static final int MAX_HOST = 253;

  private Names() {}

  static boolean isRepository(String name) {
    if (name.isEmpty() || name.length() > MAX_REPOSITORY) {
      return false;
    }
    for (String component : name.split("/", -1)) {
      if (!isComponent(component)) {
        return false;
      }
    }
    return true;
  }

  /// Lower-case letters and digits, between them `.`, `_`, `__` or any number of `-`.
  private static boolean isComponent(String text) {
    int at = 0;
    while (true) {
      int end = run(text, at, Names::isLowerOrDigit);
      if (end == at) {
        return false;
      }
      if (end == text.length()) {
        return true;
      }
      at = separator(text, end);
      if (at == end) {
        return false;
      }
    }
  }

  private static int separator(String text, int at) {
    return switch (text.charAt(at)) {
      case '.' -> at + 1;
      case '_' -> at + 1 < text.length() && text.charAt(at + 1) == '_' ? at + 2 : at + 1;
      case '-' -> run(text, at, c -> c == '-');
      default -> at;
    };
  }

  private static int run(String text, int from, IntPredicate kind) {
    int at = from;
    while (at < text.length() && kind.test(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isTag(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_TAG
        && text.charAt(0) != '.'
        && text.charAt(0) != '-'
        && run(text, 0, c -> isLetterOrDigit(c) || c == '_' || c == '.' || c == '-')
            == text.length();
  }

  /// A name, an IPv4 address or an IPv6 address in brackets, and perhaps a port.
  static boolean isHost(String text) {
    int bracket = text.lastIndexOf(']');
    int colon = text.indexOf(':', bracket + 1);
    String name = colon < 0 ? text : text.substring(0, colon);
    return (colon < 0 || isPort(text.substring(colon + 1)))
        && (bracket < 0 ? isName(name) : isLiteral(name));
  }

  private static boolean isPort(String text) {
    return !text.isEmpty()
        && text.length() <= 5
        && run(text, 0, c -> c >= '0' && c <= '9') == text.length()
        && Integer.parseInt(text) > 0
        && Integer.parseInt(text) <= 65_535;
  }

  private static boolean isName(String text) {
    if (text.isEmpty() || text.length() > MAX_HOST) {
      return false;
    }
    for (String label : text.split("\\.", -1)) {
      if (label.isEmpty()
          || label.length() > 63
          || label.startsWith("-")
          || label.endsWith("-")
          || run(label, 0, c -> isLetterOrDigit(c) || c == '-') != label.length()) {
        return false;
      }
    }
    return Hosts.isHost(text);
  }

  private static boolean isLiteral(String text) {
    return text.startsWith("[")
        && text.endsWith("]")
        && text.indexOf('.') < 0
        && text.indexOf(':') >= 0
        && Hosts.isHost(text.substring(1, text.length() - 1));
  }

  private static boolean isLowerOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isLetterOrDigit(int c) {
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
  }
}
