package io.policyc.cli;

import io.policyc.findings.render.Rule;
import java.util.Optional;

/// What the documentation says of the rules that findings name.
final class Rules {
  private static final String SITE = "https://policyc.io/";

  private Rules() {}

  /// What is known of a code such as `PC0203`, or of a check such as `hostPorts`.
  static Rule of(String id) {
    // An id may come from outside one day; it must not name another file.
    if (!id.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c))) {
      return Rule.untitled(id);
    }
    return page("diagnostics", id).or(() -> page("checks", id)).orElse(Rule.untitled(id));
  }

  private static Optional<Rule> page(String folder, String id) {
    return Resources.text(folder + "/" + id + ".md")
        .map(page -> new Rule(title(page), page, SITE + folder + "/" + id));
  }

  // The first line is `# PC0203: a name that nothing declares`.
  private static String title(String page) {
    String head = page.lines().findFirst().orElse("");
    return head.substring(head.indexOf(": ") + 1).strip();
  }
}
