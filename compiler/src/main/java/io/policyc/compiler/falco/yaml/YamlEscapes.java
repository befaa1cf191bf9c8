package io.policyc.compiler.falco.yaml;

/// The escapes of scalars in quotes.
///
/// Source: yaml-cpp, src/exp.cpp.
final class YamlEscapes {
  private YamlEscapes() {}

  /// Reads the escape that stands here.
  static void read(Input in, ScalarText out, boolean single) throws YamlSyntax {
    int at = in.at();
    in.next();
    if (in.atEnd()) {
      throw new YamlSyntax(at, "the text ends inside quotes");
    }
    char c = in.next();
    if (single) {
      out.append('\'', at);
      return;
    }
    switch (c) {
      case 'x' -> hex(in, out, at, 2);
      case 'u' -> hex(in, out, at, 4);
      case 'U' -> hex(in, out, at, 8);
      default -> out.append(character(at, c), at);
    }
  }

  private static char character(int at, char c) throws YamlSyntax {
    return switch (c) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't', '\t' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001B';
      case ' ', '"', '\'', '\\', '/' -> c;
      case 'N' -> '\u0085';
      case '_' -> '\u00A0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      default -> throw new YamlSyntax(at, "`\\" + c + "` is no escape of YAML");
    };
  }

  private static void hex(Input in, ScalarText out, int at, int digits) throws YamlSyntax {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = in.peek() < 0x80 ? Character.digit(in.peek(), 16) : -1;
      if (digit < 0) {
        throw new YamlSyntax(at, "an escape needs " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
      in.next();
    }
    boolean surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (surrogate || value > Character.MAX_CODE_POINT) {
      throw new YamlSyntax(at, "an escape names no character");
    }
    for (char c : Character.toChars((int) value)) {
      out.append(c, at);
    }
  }
}
