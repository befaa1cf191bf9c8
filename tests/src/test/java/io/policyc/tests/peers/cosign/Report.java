package io.policyc.tests.peers.cosign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Prints a table of verdicts and holds that every difference is listed.
final class Report {
  private Report() {}

  /// @param expected the differences that must show; no others may
  static void hold(String title, List<Row> rows, Set<Difference> expected) {
    print(title, rows);
    Set<Difference> seen = EnumSet.noneOf(Difference.class);
    for (Row row : rows) {
      if (row.differs()) {
        seen.add(Difference.of(row).orElseThrow(() -> new AssertionError(row.inFull())));
      }
    }
    assertEquals(expected, seen, "the differences that show");
    long good = rows.stream().filter(Row::ours).count();
    assertTrue(good * 6 > rows.size(), "too few good ones: " + good + " of " + rows.size());
    assertTrue(good * 5 < rows.size() * 4L, "too few bad ones: " + good + " of " + rows.size());
  }

  private static void print(String title, List<Row> rows) {
    Map<String, Integer> lines = new TreeMap<>();
    rows.forEach(row -> lines.merge(row.line(), 1, Integer::sum));
    StringBuilder out = new StringBuilder();
    long differing = rows.stream().filter(Row::differs).count();
    out.append(
        "%n%s: %d questions, two cosigns each; %d differ%n"
            .formatted(title, rows.size(), differing));
    out.append(Row.HEAD);
    lines.forEach((line, count) -> out.append("%s %9d%n".formatted(line, count)));
    System.out.print(out);
  }
}
