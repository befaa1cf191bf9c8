package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Findings as annotations that GitHub Actions shows beside the changed lines.
///
/// A step has at most ten of each level (actions/toolkit, docs/problem-matchers.md); what is beyond
/// that would be dropped without a word, so the last line counts what is left out, errors first.
public final class GitHubRenderer implements Renderer {
  private static final int LIMIT = 10;
  // The longest message that is read in a list of annotations.
  private static final int MESSAGE = 4_000;
  private static final int TITLE = 200;
  // A text from standard input is no file that a line could be shown in.
  private static final String STDIN = "<stdin>";

  @Override
  public String id() {
    return "github";
  }

  @Override
  public String render(List<Finding> findings) {
    Map<Level, List<Finding>> byLevel = new EnumMap<>(Level.class);
    for (Finding finding : Ordered.of(findings)) {
      byLevel.computeIfAbsent(finding.level(), _ -> new ArrayList<>()).add(finding);
    }
    StringBuilder out = new StringBuilder();
    List<Finding> rest = new ArrayList<>();
    byLevel
        .values()
        .forEach(
            level -> {
              int shown = shown(level.size(), rest.isEmpty());
              level.subList(0, shown).forEach(finding -> annotation(out, finding));
              rest.addAll(level.subList(shown, level.size()));
            });
    if (!rest.isEmpty()) {
      summary(out, rest);
    }
    return out.toString();
  }

  // The line that counts the rest is an annotation of the worst level that is left out.
  private static int shown(int count, boolean first) {
    return count <= LIMIT ? count : first ? LIMIT - 1 : LIMIT;
  }

  private static void summary(StringBuilder out, List<Finding> rest) {
    String counts = Summary.of(rest).text();
    out.append("::").append(command(rest.getFirst().level())).append(" title=policyc::");
    data(out, "not shown here: " + counts + "; `-o text` prints all");
    out.append('\n');
  }

  private static void annotation(StringBuilder out, Finding finding) {
    out.append("::").append(command(finding.level())).append(' ');
    finding.at().filter(at -> !at.source().name().equals(STDIN)).ifPresent(at -> place(out, at));
    out.append("title=");
    property(out, Shortened.to(TITLE, finding.rule()));
    out.append("::");
    data(out, Shortened.to(MESSAGE, String.join("\n", Told.fully(finding))));
    out.append('\n');
  }

  private static String command(Level level) {
    return level == Level.NOTE ? "notice" : level.word();
  }

  private static void place(StringBuilder out, Span at) {
    int line = at.line();
    int endLine = at.source().line(Math.max(at.start(), at.end() - 1));
    out.append("file=");
    property(out, at.source().name());
    out.append(",line=").append(line).append(",endLine=").append(endLine);
    // Columns are refused where there are several lines.
    if (line == endLine) {
      int column = at.column();
      out.append(",col=").append(column);
      out.append(",endColumn=").append(column + Math.max(0, at.end() - at.start() - 1));
    }
    out.append(',');
  }

  private static void data(StringBuilder out, String text) {
    String lines = String.join("\n", text.lines().map(Visible::text).toList());
    out.append(harmless(lines.replace("%", "%25").replace("\n", "%0A")));
  }

  private static void property(StringBuilder out, String text) {
    String shown = harmless(Visible.text(text).replace("%", "%25"));
    out.append(shown.replace(":", "%3A").replace(",", "%2C"));
  }

  // The runner also obeys `##[command]` within a line where it does not know the command before it
  // (actions/runner, ActionCommand.TryParse).
  private static String harmless(String text) {
    return text.replace("##[", "##\\u{5b}");
  }
}
