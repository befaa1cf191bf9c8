package io.policyc.manifests;

import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.HexFormat;

/// The words of a JSON text, one after the other.
final class JsonText {
  private final Source source;
  private final String text;
  private int at;

  /// @param at offset at which to begin
  JsonText(Source source, int at) {
    this.source = source;
    this.text = source.text();
    this.at = at;
  }

  /// The offset behind what was read.
  int at() {
    return at;
  }

  /// What stands between an offset and here.
  Span since(int start) {
    return new Span(source, start, at);
  }

  /// The next character.
  Span here() {
    int end = Math.min(at, text.length());
    return new Span(source, end, Math.min(end + 1, text.length()));
  }

  /// A string, of which the first quote stands here.
  String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = peek();
      if (at >= text.length() || c < ' ') {
        throw broken("a string ends without its quote");
      }
      at++;
      out.append(c == '\\' ? escape() : c);
    }
    at++;
    return whole(out);
  }

  // Escapes can give half a character, which Go replaces.
  private static String whole(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      boolean pair =
          i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        text.setCharAt(i, '\uFFFD');
      }
    }
    return text.toString();
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw broken("this escape is none of JSON's");
    };
  }

  private char unicode() {
    int end = at + 4;
    if (end > text.length()) {
      throw broken("an escape has four hexadecimal digits");
    }
    for (int i = at; i < end; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        throw broken("an escape has four hexadecimal digits");
      }
    }
    char c = (char) HexFormat.fromHexDigits(text, at, end);
    at = end;
    return c;
  }

  /// A number or a word such as `true`; empty where something else stands.
  Span literal() {
    int start = at;
    while (at < text.length() && isLiteral(text.charAt(at))) {
      at++;
    }
    return since(start);
  }

  private static boolean isLiteral(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "+-.E".indexOf(c) >= 0;
  }

  /// Goes to the next character that is no blank.
  void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /// The next character; NUL at the end.
  char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /// Goes behind a character if it is the next one.
  boolean skip(char c) {
    boolean found = peek() == c;
    at += found ? 1 : 0;
    return found;
  }

  /// @param message what is wrong here
  Refusal broken(String message) {
    return broken(here(), message);
  }

  /// @param message what is wrong there
  static Refusal broken(Span there, String message) {
    return new Refusal(ManifestCode.PC1003.at(there, "this is no JSON: " + message));
  }
}
