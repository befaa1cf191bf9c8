package io.policyc.compiler.regex;

import io.policyc.compiler.regex.PathPattern.Invalid;
import java.util.Locale;
import java.util.Optional;

/// Which characters a path may hold, once Envoy has rewritten it.
///
/// Measured on Envoy 1.36.4 and 1.40.0, set up as Cilium does (normalised path, merged slashes,
/// escaped slashes redirected): escapes of `A-Za-z0-9-._~` are undone, the characters in [#ESCAPED]
/// are escaped in upper case, `\` becomes `/`, `%2F` and `%5C` are answered with a redirect, `%00`,
/// blanks, control characters and anything outside ASCII with status 400. Every other escape stays
/// as it was sent.
final class PathCharacters {
  /// Escaped on the way, so that no rewritten path holds them.
  private static final String ESCAPED = "\"<>^`|";

  private PathCharacters() {}

  static Optional<Invalid> mistake(String text) {
    if (text.length() > PathPattern.MAX_LENGTH) {
      return invalid(
          0,
          text.length(),
          "a path has at most " + PathPattern.MAX_LENGTH + " characters",
          "end it earlier with `/**`");
    }
    if (!text.startsWith("/")) {
      return noSlash(text);
    }
    for (int i = 0; i < text.length(); i++) {
      Optional<Invalid> found = at(text, i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Invalid> noSlash(String text) {
    int scheme = text.indexOf("://");
    int slash = scheme < 0 ? -1 : text.indexOf('/', scheme + 3);
    return scheme < 0
        ? invalid(0, text.length(), "a path begins with `/`", "write `/" + text + "`")
        : invalid(
            0,
            slash < 0 ? text.length() : slash,
            "a path holds no scheme and no host",
            "write `"
                + (slash < 0 ? "/" : text.substring(slash))
                + "`, and `with host` for a host");
  }

  private static Optional<Invalid> at(String text, int i) {
    char c = text.charAt(i);
    if (c == '%') {
      return escape(text, i);
    }
    if (c == '?') {
      return invalid(
          i,
          text.length(),
          "a path holds no query",
          "remove `?…`: a query is admitted unless the grant says `without query`");
    }
    if (c == '#') {
      return invalid(i, text.length(), "a client never sends a fragment", "remove `#…`");
    }
    if (c == '\\') {
      return invalid(i, i + 1, "Envoy makes `/` of a `\\`", "write `/`");
    }
    if (ESCAPED.indexOf(c) >= 0) {
      String hex = percent(c);
      return invalid(i, i + 1, "`" + c + "` arrives as `" + hex + "`", "write `" + hex + "`");
    }
    return c <= ' ' || c > '~' ? notPrintable(text, i) : Optional.empty();
  }

  private static Optional<Invalid> notPrintable(String text, int i) {
    int codePoint = text.codePointAt(i);
    int end = i + Character.charCount(codePoint);
    String name = String.format(Locale.ROOT, "U+%04X", codePoint);
    return codePoint == ' '
        ? invalid(i, end, "a path holds no blank", "write `%20`")
        : invalid(
            i,
            end,
            "a path is printable ASCII, and this is " + name,
            "percent-encode it as clients send it");
  }

  private static Optional<Invalid> escape(String text, int i) {
    int high = digit(text, i + 1);
    int low = digit(text, i + 2);
    if (high < 0 || low < 0) {
      return invalid(
          i,
          Math.min(i + 3, text.length()),
          "`%` is followed by two hexadecimal digits",
          "write `%25` for a percent sign");
    }
    String escape = text.substring(i, i + 3);
    char c = (char) (high * 16 + low);
    if (c == '/' || c == '\\') {
      return invalid(
          i,
          i + 3,
          "a path with `" + escape + "` never arrives: Envoy redirects to the path with `/`",
          "write `/`");
    }
    if (c == 0) {
      return invalid(i, i + 3, "Envoy refuses a path with `%00`", "remove it");
    }
    return isUnreserved(c)
        ? invalid(i, i + 3, "`" + escape + "` arrives as `" + c + "`", "write `" + c + "`")
        : Optional.empty();
  }

  private static boolean isUnreserved(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
  }

  private static int digit(String text, int i) {
    return i < text.length() && text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
  }

  private static String percent(char c) {
    return String.format(Locale.ROOT, "%%%02X", (int) c);
  }

  private static Optional<Invalid> invalid(int start, int end, String reason, String help) {
    return Optional.of(new Invalid(start, end, reason, help));
  }
}
