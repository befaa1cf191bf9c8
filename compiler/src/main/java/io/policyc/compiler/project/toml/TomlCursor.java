package io.policyc.compiler.project.toml;

import io.policyc.findings.Source;
import io.policyc.findings.Span;

/// A place in the text that moves forward.
final class TomlCursor {
  /// What [#peek] gives at the end; no TOML text may hold it.
  static final char END = '\0';

  private final Source source;
  private final String text;
  private int at;

  TomlCursor(Source source) {
    this.source = source;
    this.text = source.text();
  }

  int offset() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  boolean looksAt(String word) {
    return text.startsWith(word, at);
  }

  char next() {
    return text.charAt(at++);
  }

  void skip(int count) {
    at += count;
  }

  /// Goes past a word where it stands here.
  boolean take(String word) {
    if (!looksAt(word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  void blanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /// Goes past blanks, comments and line ends.
  void lines() throws TomlSyntax {
    blanks();
    while (peek() == '#' || newline()) {
      comment();
      blanks();
    }
  }

  /// Goes past a line end where one stands here.
  boolean newline() {
    return take("\n") || take("\r\n");
  }

  void comment() throws TomlSyntax {
    if (peek() != '#') {
      return;
    }
    while (!atEnd() && peek() != '\n' && !looksAt("\r\n")) {
      refuseControl();
      at++;
    }
  }

  /// Ends a line: blanks and a comment, nothing else.
  void endOfLine(String after) throws TomlSyntax {
    blanks();
    comment();
    if (!atEnd() && !newline()) {
      throw error("only a comment may follow " + after + " on its line");
    }
  }

  void refuseControl() throws TomlSyntax {
    char c = peek();
    if ((c < 0x20 && c != '\t') || c == 0x7f) {
      throw error("the control character U+" + "%04X".formatted((int) c) + " is not allowed here");
    }
  }

  Span from(int start) {
    return new Span(source, start, at);
  }

  /// A mistake at the character that stands here.
  TomlSyntax error(String message) {
    int width = atEnd() ? 0 : Character.charCount(text.codePointAt(at));
    return new TomlSyntax(new Span(source, at, at + width), message);
  }

  /// A mistake in what was read since an offset.
  TomlSyntax error(int start, String message) {
    return new TomlSyntax(from(start), message);
  }

  String textFrom(int start) {
    return text.substring(start, at);
  }
}
