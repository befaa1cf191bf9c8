package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Fix;

/// Hosts and addresses: where one stands in place of a name, and schemes before a host.
final class Addresses {
  private Addresses() {}

  /// Refuses a URL, an address or `backend:8080` where the name of a workload should stand.
  static void refuse(Cursor in, Lexeme name) {
    String text = name.text();
    if (text.startsWith("http://") || text.startsWith("https://")) {
      throw in.fail(
          Code.PC0129,
          name,
          Quote.of(text) + " is not a name",
          "declare it, `external stripe { host api.stripe.com; port 443 }`, and use that name");
    }
    int colon = text.indexOf(':');
    if (name.isWord() && colon > 0 && isNumber(text.substring(colon + 1))) {
      Fix fix = in.instead(name, withPort(text));
      in.mend(Code.PC0148, name, "a port stands after the name, not in it", fix);
      in.mute();
      throw new Unreadable();
    }
  }

  /// Takes a scheme off a host.
  static Lexeme host(Cursor in, Lexeme host) {
    int scheme = host.text().indexOf("://");
    if (scheme < 0) {
      return host;
    }
    String rest = host.text().substring(scheme + 3);
    int slash = rest.indexOf('/');
    String plain = slash < 0 ? rest : rest.substring(0, slash);
    in.mend(
        Code.PC0129,
        host,
        "a host has no " + Quote.of(host.text().substring(0, scheme + 3)),
        in.instead(host, plain));
    return host.withText(plain);
  }

  /// `db port 5432` for `db:5432`.
  static String withPort(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && isNumber(text.substring(colon + 1))
        ? text.substring(0, colon) + " port " + text.substring(colon + 1)
        : text;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
