package io.policyc.compiler.falco.yaml;

/// A place in a YAML text, and what stands there.
final class Input {
  private final String text;
  private int at;
  private int line;
  private int lineStart;

  Input(String text) {
    this.text = text;
    // A byte order mark is dropped at the very beginning only.
    at = text.startsWith("\uFEFF") ? 1 : 0;
    lineStart = at;
  }

  int at() {
    return at;
  }

  int line() {
    return line;
  }

  int column() {
    return at - lineStart;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /// The character here, NUL at the end.
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  boolean sees(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  char next() {
    char c = text.charAt(at++);
    boolean lone = c == '\r' && peek() != '\n';
    if (c == '\n' || lone) {
      line++;
      lineStart = at;
    }
    return c;
  }

  void skip(int count) {
    for (int i = 0; i < count && !atEnd(); i++) {
      next();
    }
  }

  /// Counts from here as if a line began: what closes at the end closes at no column.
  void resetColumn() {
    lineStart = at;
  }

  boolean blank() {
    return blank(0);
  }

  boolean blank(int ahead) {
    char c = peek(ahead);
    return c == ' ' || c == '\t';
  }

  /// How long the line break here is: 0, 1, or 2 for `\r\n`.
  int lineBreak() {
    return lineBreak(0);
  }

  int lineBreak(int ahead) {
    char c = peek(ahead);
    if (c == '\r') {
      return peek(ahead + 1) == '\n' ? 2 : 1;
    }
    return c == '\n' ? 1 : 0;
  }

  boolean blankOrBreak(int ahead) {
    return blank(ahead) || lineBreak(ahead) > 0;
  }

  /// Whether nothing, a blank or a line's end stands there.
  boolean ends(int ahead) {
    return at + ahead >= text.length() || blankOrBreak(ahead);
  }

  boolean documentStart() {
    return column() == 0 && text.startsWith("---", at) && ends(3);
  }

  boolean documentEnd() {
    return column() == 0 && text.startsWith("...", at) && ends(3);
  }

  boolean comment() {
    return sees('#');
  }

  void skipLine() {
    while (!atEnd() && lineBreak() == 0) {
      next();
    }
  }

  String from(int start) {
    return text.substring(start, at);
  }

  /// Whether a text without quotes may begin here, outside of brackets.
  boolean beginsPlain() {
    boolean indicator = "-?:".indexOf(peek()) >= 0 && ends(1);
    return !indicator && ",[]{}#&*!|>'\"%@`".indexOf(peek()) < 0;
  }

  /// The same inside of brackets.
  boolean beginsPlainInFlow() {
    boolean textEnds = ends(1) && !blankOrBreak(1);
    boolean indicator = "-:".indexOf(peek()) >= 0 && (blank(1) || textEnds);
    return !indicator && "?,[]{}#&*!|>'\"%@`".indexOf(peek()) < 0;
  }
}
