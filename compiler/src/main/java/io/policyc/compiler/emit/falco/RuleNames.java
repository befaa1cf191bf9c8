package io.policyc.compiler.emit.falco;

import java.util.HashSet;
import java.util.Set;

/// Names of rules: what an alert shows and an exception refers to, the same whatever else the input
/// says. Falco lets a second rule of one name replace the first without a word.
final class RuleNames {
  private static final int LONGEST = 120;

  private final Set<String> taken = new HashSet<>();

  /// `policyc shop/web spawns a shell`
  String of(Subject subject, String behaviour) {
    String whole = "policyc " + subject.words() + " " + behaviour;
    String name =
        whole.length() <= LONGEST
            ? whole
            : whole.substring(0, LONGEST - 10).strip() + "… " + MacroNames.hash(whole);
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + " " + i;
    }
    return free;
  }
}
