package io.policyc.findings;

import java.util.Arrays;

/// One text that was read: a file, standard input, or a document made in a test.
///
/// Two sources are equal only when they are the same object: a text read twice is two sources.
public final class Source {
  private final String name;
  private final String place;
  private final String text;
  private int[] lineStarts = {};

  /// @param name what messages call this text, a path with `/` relative to where policyc was
  ///   started
  /// @param text the whole text; offsets of spans are UTF-16 offsets into it
  public Source(String name, String text) {
    this(name, name, text);
  }

  /// @param name what messages call this text
  /// @param place what emitted documents call it: relative to the project, so that the same input
  ///   gives the same documents wherever policyc was started
  /// @param text the whole text
  public Source(String name, String place, String text) {
    this.name = name;
    this.place = place;
    this.text = text;
  }

  /// What messages call this text.
  public String name() {
    return name;
  }

  /// What emitted documents call this text.
  public String place() {
    return place;
  }

  /// The whole text.
  public String text() {
    return text;
  }

  /// The 1-based line of an offset; an offset past the end lies on the last line.
  public int line(int offset) {
    int at = Arrays.binarySearch(lineStarts(), offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /// The 1-based column of an offset, in UTF-16 units from the start of its line.
  public int column(int offset) {
    return offset - lineStarts()[line(offset) - 1] + 1;
  }

  /// The text of a 1-based line, without its line end; empty for a line that does not exist.
  public String lineText(int line) {
    int[] starts = lineStarts();
    if (line < 1 || line > starts.length) {
      return "";
    }
    int end = line < starts.length ? starts[line] : text.length();
    int start = starts[line - 1];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  // Computed on the first message only: a clean compile never needs lines.
  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      lineStarts = computeLineStarts(text);
    }
    return lineStarts;
  }

  private static int[] computeLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
