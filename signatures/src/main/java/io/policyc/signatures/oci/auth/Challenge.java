package io.policyc.signatures.oci.auth;

import io.policyc.signatures.Copies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a server wants to be shown who asks.
///
/// @param scheme in lower case, such as `bearer`
/// @param parameters by name in lower case; of two with one name the first
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110,
///   WWW-Authenticate</a>
record Challenge(String scheme, Map<String, String> parameters) {
  private static final int MAX_LENGTH = 8_192;

  Challenge {
    parameters = Copies.of(parameters);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /// Every challenge of the headers `WWW-Authenticate`; what cannot be read ends a header.
  static List<Challenge> read(List<String> headers) {
    List<Challenge> challenges = new ArrayList<>();
    for (String header : headers) {
      if (header.length() <= MAX_LENGTH) {
        new Reader(header).read(challenges);
      }
    }
    return challenges;
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    void read(List<Challenge> challenges) {
      String scheme = "";
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String token = token(); !token.isEmpty(); token = token()) {
        if (!scheme.isEmpty() && next() == '=') {
          at++;
          parameters.putIfAbsent(token.toLowerCase(Locale.ROOT), value());
        } else {
          add(challenges, scheme, parameters);
          scheme = token.toLowerCase(Locale.ROOT);
          parameters.clear();
        }
      }
      add(challenges, scheme, parameters);
    }

    private static void add(
        List<Challenge> challenges, String scheme, Map<String, String> parameters) {
      if (!scheme.isEmpty()) {
        challenges.add(new Challenge(scheme, parameters));
      }
    }

    private char next() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
      return at < text.length() ? text.charAt(at) : 0;
    }

    private String token() {
      while (next() == ',') {
        at++;
      }
      return word();
    }

    private String word() {
      int start = at;
      while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private String value() {
      if (next() != '"') {
        return word();
      }
      StringBuilder out = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        out.append(text.charAt(at));
      }
      // behind the closing quote, unless the text ends without one
      at = Math.min(at + 1, text.length());
      return out.toString();
    }
  }
}
