package io.policyc.compiler.project.toml;

/// Reads the four kinds of quoted text.
final class TomlStrings {
  private final TomlCursor in;

  TomlStrings(TomlCursor in) {
    this.in = in;
  }

  /// Text in quotes; one kind of quotes three times in a row opens text of several lines.
  String read() throws TomlSyntax {
    char quote = in.peek();
    return in.looksAt(("" + quote).repeat(3)) ? several(quote) : single();
  }

  /// Text in quotes on one line, as keys may be.
  String single() throws TomlSyntax {
    int start = in.offset();
    char quote = in.next();
    StringBuilder out = new StringBuilder();
    while (in.peek() != quote) {
      if (in.atEnd() || in.peek() == '\n' || in.looksAt("\r\n")) {
        throw in.error(start, "this text has no closing quote on its line");
      }
      character(out, quote);
    }
    in.next();
    return out.toString();
  }

  private String several(char quote) throws TomlSyntax {
    int start = in.offset();
    in.skip(3);
    in.newline();
    StringBuilder out = new StringBuilder();
    while (!closes(out, quote)) {
      if (in.atEnd()) {
        throw in.error(start, "this text has no closing quotes");
      }
      if (in.newline()) {
        out.append('\n');
      } else if (!continues(quote)) {
        character(out, quote);
      }
    }
    return out.toString();
  }

  // Up to two quotes may stand right before the closing three.
  private boolean closes(StringBuilder out, char quote) {
    String three = ("" + quote).repeat(3);
    if (!in.looksAt(three)) {
      return false;
    }
    for (int more = 0; more < 2 && in.peek(3) == quote; more++) {
      out.append(in.next());
    }
    in.skip(3);
    return true;
  }

  // A backslash at a line's end drops the line end and the blanks that follow.
  private boolean continues(char quote) {
    if (quote != '"' || in.peek() != '\\') {
      return false;
    }
    int ahead = 1;
    while (in.peek(ahead) == ' ' || in.peek(ahead) == '\t') {
      ahead++;
    }
    if (in.peek(ahead) != '\n' && !(in.peek(ahead) == '\r' && in.peek(ahead + 1) == '\n')) {
      return false;
    }
    in.skip(ahead);
    do {
      in.blanks();
    } while (in.newline());
    return true;
  }

  private void character(StringBuilder out, char quote) throws TomlSyntax {
    in.refuseControl();
    if (quote == '"' && in.peek() == '\\') {
      escape(out);
      return;
    }
    if (Character.isSurrogate(in.peek())) {
      surrogate(out);
      return;
    }
    out.append(in.next());
  }

  private void surrogate(StringBuilder out) throws TomlSyntax {
    if (!Character.isSurrogatePair(in.peek(), in.peek(1))) {
      throw in.error("half of a character is not allowed here");
    }
    out.append(in.next()).append(in.next());
  }

  private void escape(StringBuilder out) throws TomlSyntax {
    int start = in.offset();
    in.next();
    char kind = in.atEnd() ? ' ' : in.next();
    switch (kind) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case '"', '\\' -> out.append(kind);
      case 'u' -> out.appendCodePoint(codePoint(start, 4));
      case 'U' -> out.appendCodePoint(codePoint(start, 8));
      default -> throw in.error(start, "`" + in.textFrom(start) + "` is not an escape of TOML");
    }
  }

  private int codePoint(int start, int digits) throws TomlSyntax {
    int value = 0;
    for (int read = 0; read < digits; read++) {
      int digit = Character.digit(in.peek(), 16);
      if (digit < 0 || in.peek() > 'f') {
        throw in.error(start, "this escape needs " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
      in.next();
    }
    boolean scalar = Character.isValidCodePoint(value) && (value < 0xd800 || value > 0xdfff);
    if (!scalar) {
      throw in.error(start, "this escape names no character");
    }
    return value;
  }
}
