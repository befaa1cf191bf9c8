package io.policyc.cli.output;

import static java.util.stream.Collectors.joining;

import io.policyc.findings.render.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The difference of two texts in the form that `diff -u` prints and `patch` reads.
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  // Lines that differ on one side times those on the other: 4 million cells are 16 MB.
  private static final long MAX_TABLE = 4_000_000;

  private UnifiedDiff() {}

  /// A line of both texts, or of one, with its end where it has one.
  private record Line(char mark, String text) {}

  /// The difference; empty when there is none.
  ///
  /// @param name what the head calls the file
  /// @param before what is there; empty for a file that is not
  /// @param after what would be there; empty for a file that would not
  public static String of(String name, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    String shown = Visible.text(name);
    if (before.contains("\r\n")) {
      // On a terminal nobody sees them; whatever reads differences passes over this line.
      out.append(shown).append(": lines end in a carriage return\n");
    }
    out.append("--- ").append(before.isEmpty() ? "/dev/null" : shown).append('\n');
    out.append("+++ ").append(after.isEmpty() ? "/dev/null" : shown).append('\n');
    hunks(out, lines(before), lines(after));
    return out.toString();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  private static void hunks(StringBuilder out, List<String> before, List<String> after) {
    List<Line> script = script(before, after);
    int beforeLine = 0;
    int afterLine = 0;
    int at = 0;
    for (int change = nextChange(script, 0);
        change < script.size();
        change = nextChange(script, at)) {
      int start = Math.max(at, change - CONTEXT);
      int end = end(script, change);
      List<Line> lines = script.subList(start, end);
      beforeLine += start - at;
      afterLine += start - at;
      int removed = count(lines, '+');
      int added = count(lines, '-');
      out.append("@@ -").append(range(beforeLine, removed));
      out.append(" +").append(range(afterLine, added)).append(" @@\n");
      lines.forEach(line -> line(out, line));
      beforeLine += removed;
      afterLine += added;
      at = end;
    }
  }

  private static void line(StringBuilder out, Line line) {
    String text = line.text();
    String end = text.endsWith("\r\n") ? "\r\n" : text.endsWith("\n") ? "\n" : "";
    out.append(line.mark()).append(visible(text.substring(0, text.length() - end.length())));
    out.append(end.isEmpty() ? "\n\\ No newline at end of file\n" : end);
  }

  // What is shown may come from anybody; a tab steers nothing.
  private static String visible(String line) {
    return Arrays.stream(line.split("\t", -1)).map(Visible::text).collect(joining("\t"));
  }

  private static int nextChange(List<Line> script, int from) {
    int at = from;
    while (at < script.size() && script.get(at).mark() == ' ') {
      at++;
    }
    return at;
  }

  // Two changes with at most six equal lines between them share a hunk.
  private static int end(List<Line> script, int change) {
    int last = change;
    int next = change;
    while (next < script.size() && next - last <= 2 * CONTEXT) {
      last = next;
      next = nextChange(script, next + 1);
    }
    return Math.min(script.size(), last + 1 + CONTEXT);
  }

  private static String range(int before, int count) {
    return (count == 0 ? before : before + 1) + (count == 1 ? "" : "," + count);
  }

  // Lines of one side: all but those that only the other side has.
  private static int count(List<Line> lines, char other) {
    return (int) lines.stream().filter(line -> line.mark() != other).count();
  }

  private static List<Line> script(List<String> before, List<String> after) {
    int head = 0;
    while (head < Math.min(before.size(), after.size())
        && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(before.size(), after.size()) - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<Line> script = new ArrayList<>();
    before.subList(0, head).forEach(line -> script.add(new Line(' ', line)));
    middle(
        script,
        before.subList(head, before.size() - tail),
        after.subList(head, after.size() - tail));
    before
        .subList(before.size() - tail, before.size())
        .forEach(line -> script.add(new Line(' ', line)));
    return script;
  }

  private static void middle(List<Line> script, List<String> before, List<String> after) {
    boolean small = (long) before.size() * after.size() <= MAX_TABLE;
    int[][] common = small ? common(before, after) : new int[0][];
    int b = 0;
    int a = 0;
    while (b < before.size() || a < after.size()) {
      if (small && b < before.size() && a < after.size() && before.get(b).equals(after.get(a))) {
        script.add(new Line(' ', before.get(b++)));
        a++;
      } else if (b < before.size()
          && (!small || a == after.size() || common[b + 1][a] >= common[b][a + 1])) {
        script.add(new Line('-', before.get(b++)));
      } else {
        script.add(new Line('+', after.get(a++)));
      }
    }
  }

  // common[b][a]: the length of the longest common part of what follows b and a.
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int b = before.size() - 1; b >= 0; b--) {
      for (int a = after.size() - 1; a >= 0; a--) {
        common[b][a] =
            before.get(b).equals(after.get(a))
                ? common[b + 1][a + 1] + 1
                : Math.max(common[b + 1][a], common[b][a + 1]);
      }
    }
    return common;
  }
}
