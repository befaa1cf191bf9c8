package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.Related;
import java.util.ArrayList;
import java.util.List;

/// A finding in words, for formats that show no more than a message.
final class Told {
  private Told() {}

  /// The message, the object and field, and the help.
  static List<String> briefly(Finding finding) {
    List<String> lines = new ArrayList<>(List.of(finding.message()));
    String where = where(finding);
    if (!where.isEmpty()) {
      lines.add("in " + where);
    }
    finding.help().ifPresent(help -> lines.add("help: " + help));
    return lines;
  }

  /// The same with what is said about other places.
  static List<String> fully(Finding finding) {
    List<String> lines = briefly(finding);
    finding.related().forEach(related -> lines.add(related(finding, related)));
    return lines;
  }

  /// `Deployment/web in shop, spec.replicas`, as far as there is one.
  static String where(Finding finding) {
    String path = finding.path().map(Object::toString).orElse("");
    String object = finding.object().orElse("");
    return object + (object.isEmpty() || path.isEmpty() ? "" : ", ") + path;
  }

  private static String related(Finding finding, Related related) {
    boolean label = finding.at().filter(related.at()::equals).isPresent();
    return label ? related.message() : related.at().fileAndLine() + ": " + related.message();
  }
}
