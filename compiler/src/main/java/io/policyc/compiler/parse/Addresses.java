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
    if (name.isWord() && isAddress(text)) {
      throw address(in, name);
    }
    int colon = text.indexOf(':');
    if (name.isWord() && colon > 0 && isNumber(text.substring(colon + 1))) {
      Fix fix = in.instead(name, withPort(text));
      in.mend(Code.PC0148, name, "a port stands after the name, not in it", fix);
      in.mute();
      throw new Unreadable();
    }
  }

  private static Unreadable address(Cursor in, Lexeme name) {
    String range = withLength(withoutPort(name.text()));
    return in.fail(
        Code.PC0156,
        name,
        Quote.of(name.text()) + " is not a name",
        range.endsWith("/0")
            ? "write `world` for everything outside of the cluster"
            : "declare it, `external office { cidr " + range + " }`, and use that name");
  }

  // `10.0.0.1`, `10.0.0.0/8`, `10.0.0.1:80`, `2001:db8::/32`
  private static boolean isAddress(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean length = slash < 0 || isNumber(text.substring(slash + 1));
    return length && (isIpv4(withoutPort(address)) || isIpv6(address));
  }

  private static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    boolean numbers = parts.length == 4;
    for (String part : parts) {
      numbers &= isNumber(part) && part.length() <= 3;
    }
    return numbers;
  }

  private static boolean isIpv6(String text) {
    return text.indexOf(':') != text.lastIndexOf(':')
        && text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
  }

  private static String withoutPort(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
  }

  private static String withLength(String text) {
    return text.indexOf('/') >= 0 ? text : text + (text.indexOf(':') < 0 ? "/32" : "/128");
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
