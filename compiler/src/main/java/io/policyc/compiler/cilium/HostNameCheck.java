package io.policyc.compiler.cilium;

import java.util.List;

/// Judges names and patterns of hosts, in `toFQDNs` and `rules.dns`.
final class HostNameCheck {
  private final Violations violations;

  HostNameCheck(Violations violations) {
    this.violations = violations;
  }

  /// Judges each of a list.
  void check(List<FqdnSelector> names, At at) {
    for (int i = 0; i < names.size(); i++) {
      FqdnSelector name = names.get(i);
      At item = at.item(i);
      if (name.matchName().isPresent() == name.matchPattern().isPresent()) {
        violations.add("2a.6", item, "exactly one of `matchName` and `matchPattern` is wanted");
      }
      name.matchName().ifPresent(text -> name(text, false, item.child("matchName")));
      name.matchPattern().ifPresent(text -> pattern(text, item.child("matchPattern")));
    }
  }

  private void name(String text, boolean wildcard, At at) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '.' && !Syntax.isHostCharacter(text.charAt(i), wildcard)) {
        violations.add("2b.16", at, "`" + text + "` has a character that no name of a host has");
        return;
      }
    }
    if (!Syntax.isHostName(text, wildcard)) {
      violations.add("2a.19", at, "`" + text + "` is no name of a host");
    } else if (text.length() > 255) {
      violations.add("2a.19", at, "`" + text + "` is longer than 255 characters");
    }
  }

  private void pattern(String text, At at) {
    name(text, true, at);
    if (text.startsWith("**") && !violations.version().atLeast(CiliumVersion.V1_19)) {
      violations.add(
          "version.fqdn",
          at,
          "`" + text + "` means one level only in Cilium " + violations.version().text());
    }
  }
}
