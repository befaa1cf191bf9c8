package io.policyc.manifests;

/// Blanks in place of those tabs that an API server takes between two words and SnakeYAML does not;
/// every offset stays what it was.
///
/// Source: go.yaml.in/yaml/v2 v2.4.3, scannerc.go: a tab separates words inside `[]` and `{}`, and
/// elsewhere behind the first word of a line that is no `-`, `?`.
final class Blanks {
  private final StringBuilder out;
  private int at;
  private int flow;

  /// The indent of the lines that belong to a block scalar is larger than this; -1 outside.
  private int block = -1;

  private Blanks(String text) {
    out = new StringBuilder(text);
  }

  static String forTabs(String text) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    Blanks blanks = new Blanks(text);
    while (blanks.at < text.length()) {
      blanks.line();
    }
    return blanks.out.toString();
  }

  private void line() {
    int start = at;
    while (peek() == ' ') {
      at++;
    }
    if (block >= 0 && (at - start > block || peek() == '\n' || peek() == '\r')) {
      end();
      return;
    }
    block = -1;
    words(at - start);
  }

  private void end() {
    while (at < out.length() && out.charAt(at) != '\n') {
      at++;
    }
    at++;
  }

  // What stood last decides: behind an indicator or a quoted scalar a tab separates, within a plain
  // scalar it belongs to it.
  private void words(int indent) {
    boolean separates = flow > 0;
    boolean blank = true;
    while (at < out.length() && out.charAt(at) != '\n') {
      char c = out.charAt(at);
      if (c == '\t' && separates) {
        out.setCharAt(at, ' ');
      } else if (c == '#' && blank) {
        end();
        return;
      } else if ((c == '"' || c == '\'') && (blank || separates)) {
        quoted(c);
        separates = true;
        blank = false;
        continue;
      } else if ((c == '|' || c == '>') && flow == 0 && blank && isHeader(at)) {
        block = indent;
        end();
        return;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        separates = separates(c, blank);
      }
      blank = c == ' ' || c == '\t' || ("[{,".indexOf(c) >= 0 && flow > 0);
      at++;
    }
    at++;
  }

  private boolean separates(char c, boolean blank) {
    if ((c == '[' || c == '{') && (blank || flow > 0)) {
      flow++;
      return true;
    }
    if ((c == ']' || c == '}') && flow > 0) {
      flow--;
      return true;
    }
    char next = at + 1 < out.length() ? out.charAt(at + 1) : '\n';
    boolean nextBlank = next == ' ' || next == '\t' || next == '\n' || next == '\r';
    return (c == ':' && nextBlank)
        || (c == ',' && flow > 0)
        || ((c == '&' || c == '!' || c == '*') && blank && properties());
  }

  // An anchor, a tag or an alias up to its end.
  private boolean properties() {
    while (at + 1 < out.length() && " \t\r\n,]}".indexOf(out.charAt(at + 1)) < 0) {
      at++;
    }
    return true;
  }

  private boolean isHeader(int from) {
    int i = from + 1;
    while (i < out.length() && "+-123456789".indexOf(out.charAt(i)) >= 0) {
      i++;
    }
    while (i < out.length() && (out.charAt(i) == ' ' || out.charAt(i) == '\t')) {
      // A tab behind the header separates too.
      out.setCharAt(i++, ' ');
    }
    return i >= out.length()
        || out.charAt(i) == '\n'
        || out.charAt(i) == '\r'
        || out.charAt(i) == '#';
  }

  private void quoted(char quote) {
    at++;
    while (at < out.length() && out.charAt(at) != quote) {
      at += quote == '"' && out.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private char peek() {
    return at < out.length() ? out.charAt(at) : '\n';
  }
}
