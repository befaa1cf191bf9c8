package io.policyc.cli;

import io.policyc.findings.render.Rule;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/// What the documentation says of the rules that findings name.
final class Rules {
  private static final String SITE = "https://policyc.io/";

  private static final String PAGE = ".md)";

  private Rules() {}

  /// What is known of a code such as `PC0203`, of a check such as `hostPorts`, or of a reason such
  /// as `wrong-key`.
  static Rule of(String id) {
    // An id may come from outside one day; it must not name another file.
    if (!id.chars().allMatch(c -> c == '_' || c == '-' || Character.isLetterOrDigit(c))) {
      return Rule.untitled(id);
    }
    return Stream.of("diagnostics", "checks", "signatures")
        .flatMap(folder -> page(folder, id).stream())
        .findFirst()
        .orElse(Rule.untitled(id));
  }

  private static Optional<Rule> page(String folder, String id) {
    return Resources.text(folder + "/" + id + ".md")
        .map(page -> new Rule(title(page), linked(page, folder), SITE + folder + "/" + id));
  }

  // A page is shown far from the pages beside it, to which it leads by `](PC0203.md)`.
  private static String linked(String page, String folder) {
    URI base = URI.create(SITE + folder + "/");
    StringBuilder out = new StringBuilder(page.length() + 64);
    int from = 0;
    for (int end = page.indexOf(PAGE); end >= 0; end = page.indexOf(PAGE, from)) {
      int start = page.lastIndexOf("](", end) + 2;
      out.append(page, from, start).append(base.resolve(page.substring(start, end))).append(')');
      from = end + PAGE.length();
    }
    return out.append(page, from, page.length()).toString();
  }

  // The first line is `# PC0203: a name that nothing declares`.
  private static String title(String page) {
    String head = page.lines().findFirst().orElse("");
    return head.substring(head.indexOf(": ") + 1).strip();
  }
}
