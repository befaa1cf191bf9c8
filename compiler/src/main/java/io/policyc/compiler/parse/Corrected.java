package io.policyc.compiler.parse;

import io.policyc.findings.Fix;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A sentence with the fixes that were said of it so far: what help shows.
final class Corrected {
  private static final int LONGEST = 160;

  private final Source source;
  private final int start;
  private final int end;
  private final List<Fix> fixes = new ArrayList<>();

  Corrected(Source source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /// The line of the sentence that a fix changes, with it and all fixes before it.
  String with(Fix fix) {
    fixes.add(fix);
    String text = source.text();
    int from = Math.max(start, text.lastIndexOf('\n', Math.max(fix.at().start() - 1, 0)) + 1);
    int lineEnd = text.indexOf('\n', fix.at().end());
    int to = Math.min(Math.max(end, fix.at().end()), lineEnd < 0 ? text.length() : lineEnd);
    String line = to - from > LONGEST ? fix.replacement() : apply(from, to);
    return line.strip();
  }

  private String apply(int from, int to) {
    List<Fix> inLine =
        fixes.stream()
            .filter(f -> f.at().start() >= from && f.at().end() <= to)
            .sorted(Comparator.comparingInt(f -> f.at().start()))
            .toList();
    StringBuilder line = new StringBuilder();
    int at = from;
    for (Fix fix : inLine) {
      line.append(source.text(), at, Math.max(at, fix.at().start())).append(fix.replacement());
      at = Math.max(at, fix.at().end());
    }
    return line.append(source.text(), at, to).toString();
  }
}
