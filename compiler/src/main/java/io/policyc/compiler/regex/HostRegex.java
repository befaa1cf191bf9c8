package io.policyc.compiler.regex;

import java.util.Locale;

/// Writes a host as an expression on `:authority`, with or without a port behind it.
public final class HostRegex {
  /// Longest host name of DNS.
  public static final int MAX_LENGTH = 253;

  private static final String PORT = "(:[0-9]+)?";

  private HostRegex() {}

  /// What came of a host.
  public sealed interface Result {}

  /// The expression; it is matched against all of `:authority`.
  public record Expression(String expression) implements Result {}

  /// A text that is no host, or one that is too large for Envoy.
  ///
  /// @param start offset of the part in error
  /// @param end offset after it
  /// @param reason what is wrong: one clause, lower-case, no full stop
  /// @param help what to write, beginning with a verb
  public record Invalid(int start, int end, String reason, String help) implements Result {}

  /// Writes a host such as `api.shop.example` or `*.shop.example`.
  ///
  /// `*` is any text within a label, `**` any text across labels, of letters, digits, `-` and `_`;
  /// a name is compared as it stands, so that it is in lower case, as clients send it.
  public static Result of(String host) {
    if (host.isEmpty() || host.length() > MAX_LENGTH) {
      return new Invalid(
          0, host.length(), "a host has 1 to " + MAX_LENGTH + " characters", "write a host name");
    }
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '*') {
        boolean across = host.startsWith("**", i);
        i += across ? 1 : 0;
        if (host.startsWith("*", i + 1)) {
          return new Invalid(i, i + 2, "three stars in a row", "write `*` or `**`");
        }
        expression.append(across ? "[-a-z0-9_.]*" : "[-a-z0-9_]*");
      } else if (isHost(c)) {
        expression.append(Quoting.quoted(String.valueOf(c)));
      } else {
        return character(host, i);
      }
    }
    return sized(host, expression + PORT);
  }

  private static Result sized(String host, String expression) {
    if (Re2Size.fits(expression)) {
      return new Expression(expression);
    }
    // Behind an anchor, the text up to the first star costs nothing.
    return Re2Size.fits("^" + expression)
        ? new Expression("^" + expression)
        : new Invalid(
            0,
            host.length(),
            "the expression for this host is larger than Envoy accepts",
            "write `**` for its first labels");
  }

  private static boolean isHost(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  }

  private static Result character(String host, int i) {
    char c = host.charAt(i);
    if (c >= 'A' && c <= 'Z') {
      return new Invalid(
          i, i + 1, "a host is in lower case", "write `" + host.toLowerCase(Locale.ROOT) + "`");
    }
    if (c == ':') {
      return new Invalid(
          i, host.length(), "a host is written without port", "remove it: any port is admitted");
    }
    return new Invalid(
        i,
        i + Character.charCount(host.codePointAt(i)),
        "a host is made of `a-z`, `0-9`, `-`, `_`, `.` and stars",
        "remove this character");
  }
}
