package io.policyc.cli.check.fix;

/// The lines of a text, by offsets.
///
/// @param text the whole text
record Lines(String text) {
  /// The first offset of the line that an offset lies on.
  int start(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /// The offset of a line's end: of `\n` or `\r\n`, or of the text's end.
  int end(int at) {
    int newline = text.indexOf('\n', at);
    int end = newline < 0 ? text.length() : newline;
    return newline > at && text.charAt(newline - 1) == '\r' ? end - 1 : end;
  }

  /// What ends the line before an offset, or the text's first line where there is none.
  String newline(int at) {
    int newline = text.lastIndexOf('\n', at - 1);
    int near = newline < 0 ? text.indexOf('\n') : newline;
    return near > 0 && text.charAt(near - 1) == '\r' ? "\r\n" : "\n";
  }

  /// Whether nothing but blanks, or a comment, stands from an offset to the end of its line.
  boolean isRestFree(int at) {
    String rest = text.substring(at, end(at));
    String word = rest.strip();
    return word.isEmpty() || (word.startsWith("#") && rest.charAt(0) != '#');
  }

  /// Whether an offset is the first one of a line.
  boolean isStart(int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  /// Whether nothing but blanks stands on the line before an offset.
  boolean isFirstOnLine(int at) {
    int i = at - 1;
    while (i >= 0 && text.charAt(i) != '\n' && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n';
  }

  /// The blanks that the line of an offset begins with.
  String indent(int at) {
    int start = start(at);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /// Whether a line, by its first offset, holds a comment and nothing else.
  boolean isComment(int start) {
    return text.substring(start, end(start)).strip().startsWith("#");
  }
}
