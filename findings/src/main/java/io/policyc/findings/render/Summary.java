package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import java.util.ArrayList;
import java.util.List;

/// How many findings of each level there are.
public record Summary(int errors, int warnings, int notes) {
  /// Counts findings; one that is said twice counts once.
  public static Summary of(List<Finding> findings) {
    List<Finding> once = Ordered.of(findings);
    return new Summary(
        count(once, Level.ERROR), count(once, Level.WARNING), count(once, Level.NOTE));
  }

  /// `2 errors, 1 warning`; empty when nothing was found.
  public String text() {
    List<String> parts = new ArrayList<>();
    add(parts, errors, "error");
    add(parts, warnings, "warning");
    add(parts, notes, "note");
    return String.join(", ", parts);
  }

  private static int count(List<Finding> findings, Level level) {
    return (int) findings.stream().filter(f -> f.level() == level).count();
  }

  private static void add(List<String> parts, int count, String word) {
    if (count > 0) {
      parts.add(count + " " + word + (count == 1 ? "" : "s"));
    }
  }
}
