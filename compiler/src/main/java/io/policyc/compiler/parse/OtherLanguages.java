package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import java.util.Set;

/// Sentences that begin as they do in other languages: `allow web to …`, `block …`.
final class OtherLanguages {
  private static final Set<String> ALLOW = Set.of("allow", "permit", "let", "grant", "accept");
  private static final Set<String> REFUSE =
      Set.of("block", "forbid", "reject", "refuse", "drop", "disallow", "prohibit");
  private static final Set<String> DECLARE =
      Set.of("service", "pod", "pods", "deployment", "app", "selector", "group");
  private static final Set<String> ALERT = Set.of("warn", "notify", "alarm", "detect", "log");

  private OtherLanguages() {}

  /// Refuses such a sentence; does nothing where it is none.
  static void refuse(Cursor in) {
    String word = in.peek().text();
    if (ALLOW.contains(word)) {
      throw allow(in);
    }
    if (REFUSE.contains(word)) {
      throw in.fail(
          Code.PC0125,
          in.peek(),
          "no sentence begins with " + Quote.of(word),
          "write `deny world to backend port 9000`; what is not granted is refused anyway");
    }
    if (DECLARE.contains(word) && in.peek(2).kind() == Lexeme.Kind.OPEN_BRACE) {
      throw in.fail(
          Code.PC0125,
          in.peek(),
          "pods are declared with `workload`, not with " + Quote.of(word),
          "write `workload " + in.peek(1).text() + " { … }`");
    }
    if (ALERT.contains(word) && (in.peek(1).is("when") || in.peek(1).is("if"))) {
      throw in.fail(
          Code.PC0125,
          in.peek(),
          "no sentence begins with " + Quote.of(word),
          "write `alert when …`");
    }
  }

  private static Unreadable allow(Cursor in) {
    Lexeme allow = in.next();
    String rest = in.restText();
    int to = rest.indexOf(" to ");
    int from = rest.indexOf(" from ");
    String meant = "web may GET /api/** on backend";
    if (to > 0) {
      meant = rest.substring(0, to) + " may " + verb(rest.substring(to + 4));
    } else if (from > 0) {
      meant = rest.substring(from + 6) + " may connect to " + rest.substring(0, from);
    }
    return in.fail(
        Code.PC0125,
        allow,
        "a grant begins with who may, not with " + Quote.of(allow.text()),
        "write `" + meant + "`");
  }

  private static String verb(String rest) {
    return rest.indexOf(' ') < 0 ? "connect to " + rest : rest;
  }
}
