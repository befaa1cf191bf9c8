package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Host names and their patterns: `*` within a label, `**` for one label or more, in front.
///
/// Source: Cilium v1.20.2 pkg/policy/api/fqdn.go and pkg/fqdn/matchpattern.
final class Hosts {
  /// What a pattern is for.
  enum Use {
    /// The `host` line of an external.
    OUTSIDE,
    /// `may resolve`
    RESOLVED,
    /// `with sni`
    SERVER_NAME,
    /// `with host`
    HEADER
  }

  private static final String EXAMPLE = "write a name such as `api.example.com` or `*.example.com`";

  private final Report report;
  private final String domain;
  private final List<String> search;

  /// @param domain the cluster's
  /// @param search the search domains of its nodes
  Hosts(Report report, String domain, List<String> search) {
    this.report = report;
    this.domain = domain;
    this.search = List.copyOf(search);
  }

  /// The pattern in lower case; empty where it is none, which was reported.
  Optional<String> check(Word word, Use use) {
    String pattern = word.text().toLowerCase(Locale.ROOT);
    if (pattern.equals("**") && use == Use.RESOLVED) {
      return Optional.of(pattern);
    }
    Optional<String> help = wrong(pattern, use);
    if (help.isPresent()) {
      report.add(
          Code.PC0214
              .at(word.span(), Say.quote(word.text()) + " is not the name of a host")
              .withHelp(help.get()));
      return Optional.empty();
    }
    if (use == Use.OUTSIDE && isInside(pattern)) {
      return inside(word);
    }
    if (use == Use.OUTSIDE && pattern.indexOf('.') < 0) {
      withoutDomain(word, pattern);
    }
    return Optional.of(pattern);
  }

  // A resolver finds it with a domain behind it, and the addresses of that name are another one's.
  private void withoutDomain(Word word, String pattern) {
    String example = pattern + "." + (search.isEmpty() ? "example.com" : search.getFirst());
    report.add(
        Code.PC0338
            .at(
                word.span(),
                Say.quote(word.text())
                    + " has no domain: Cilium takes the addresses of that very name, and not those"
                    + " of a name that a resolver makes of it")
            .withHelp("write the whole name, such as " + Say.quote(example)));
  }

  private Optional<String> inside(Word word) {
    report.add(
        Code.PC0215
            .at(
                word.span(),
                Say.quote(word.text()) + " lies in the cluster, under " + Say.quote(domain))
            .withHelp("declare the pods behind it: `workload NAME in NAMESPACE { app: NAME }`"));
    return Optional.empty();
  }

  private boolean isInside(String pattern) {
    return pattern.equals(domain) || pattern.endsWith("." + domain) || pattern.endsWith(".svc");
  }

  /// Advice where a text is no pattern; empty where it is one.
  private static Optional<String> wrong(String pattern, Use use) {
    if (pattern.equals("*") || pattern.equals("**")) {
      return Optional.of(everything(use));
    }
    if (use == Use.OUTSIDE && IpAddress.parse(pattern).isPresent()) {
      boolean v6 = pattern.indexOf(':') >= 0;
      return Optional.of("write " + Say.quote("cidr " + pattern + (v6 ? "/128" : "/32")));
    }
    return wrongPart(pattern, use).or(() -> wrongLabels(pattern));
  }

  private static String everything(Use use) {
    return switch (use) {
      case OUTSIDE -> "write `world` where you mean everything outside, or name the hosts";
      case RESOLVED -> "write `**` for every name, `*.example.com` for those of a domain";
      case SERVER_NAME, HEADER -> "leave the condition out where any name will do";
    };
  }

  private static Optional<String> wrongPart(String pattern, Use use) {
    int scheme = pattern.indexOf("://");
    if (scheme >= 0) {
      return Optional.of(
          "leave out " + Say.quote(pattern.substring(0, scheme + 3)) + ": a host has no scheme");
    }
    int slash = pattern.indexOf('/');
    if (slash >= 0) {
      return Optional.of("leave out " + Say.quote(pattern.substring(slash)));
    }
    int colon = pattern.lastIndexOf(':');
    return colon < 0 ? trailingDot(pattern) : Optional.of(port(pattern.substring(colon), use));
  }

  private static String port(String port, Use use) {
    String instead =
        use == Use.OUTSIDE
            ? ", and add the line " + Say.quote("port " + port.substring(1))
            : use == Use.HEADER ? ": a port may follow the name in any case" : "";
    return "leave out " + Say.quote(port) + instead;
  }

  private static Optional<String> trailingDot(String pattern) {
    return pattern.endsWith(".")
        ? Optional.of("write it without the `.` at its end")
        : Optional.empty();
  }

  private static Optional<String> wrongLabels(String pattern) {
    if (pattern.chars().anyMatch(c -> c > 0x7F)) {
      return Optional.of("write it as DNS does, in Punycode: `xn--…`");
    }
    if (pattern.length() > 253) {
      return Optional.of("shorten it: a name has at most 253 characters");
    }
    String rest = pattern.startsWith("**.") ? pattern.substring(3) : pattern;
    if (rest.contains("**")) {
      return Optional.of("write `**` only in front, before a `.`: `**.example.com`");
    }
    return areLabels(rest) ? Optional.empty() : Optional.of(EXAMPLE);
  }

  private static boolean areLabels(String text) {
    int start = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
      if (!isLabel(text.substring(start, dot))) {
        return false;
      }
      start = dot + 1;
    }
    return isLabel(text.substring(start));
  }

  private static boolean isLabel(String text) {
    return !text.isEmpty()
        && text.length() <= 63
        && text.chars()
            .allMatch(c -> NameSyntax.isLowerAlphanumeric(c) || c == '-' || c == '_' || c == '*');
  }
}
