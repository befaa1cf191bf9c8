package io.policyc.cli.check;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.render.Ordered;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often each check found something:
///
/// ```
///  errors  warnings  notes  check
///       2         0      0  allowPrivilegeEscalation
/// ```
final class SummaryTable {
  private SummaryTable() {}

  /// The table, by the names of the checks; empty where nothing was found.
  static String of(List<Finding> findings) {
    Map<String, Map<Level, Integer>> counts = new TreeMap<>();
    for (Finding finding : Ordered.of(findings)) {
      counts
          .computeIfAbsent(finding.rule(), _ -> new EnumMap<>(Level.class))
          .merge(finding.level(), 1, Integer::sum);
    }
    if (counts.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(" errors  warnings  notes  check\n");
    counts.forEach((rule, byLevel) -> row(out, rule, byLevel));
    return out.toString();
  }

  private static void row(StringBuilder out, String rule, Map<Level, Integer> byLevel) {
    cell(out, byLevel.getOrDefault(Level.ERROR, 0), 7);
    cell(out, byLevel.getOrDefault(Level.WARNING, 0), 10);
    cell(out, byLevel.getOrDefault(Level.NOTE, 0), 7);
    out.append("  ").append(rule).append('\n');
  }

  private static void cell(StringBuilder out, int count, int width) {
    String text = Integer.toString(count);
    out.repeat(' ', width - Math.min(width, text.length())).append(text);
  }
}
