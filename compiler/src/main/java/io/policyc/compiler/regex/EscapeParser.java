package io.policyc.compiler.regex;

/// Reads `\n`, `\.`, `\x41`, `\x{41}`, `\101`: escapes that stand for one character.
final class EscapeParser {
  private static final String LETTERS = "afnrtv";
  private static final String CONTROLS = "\u0007\f\n\r\t\u000b";

  private final Cursor cursor;

  EscapeParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /// The character; whatever it returns after refusing is not looked at.
  char read() {
    int start = cursor.at();
    cursor.skip("\\");
    if (cursor.atEnd()) {
      cursor.refuse(start, "a backslash at the end escapes nothing");
      return '\\';
    }
    char c = cursor.next();
    if (c >= '0' && c <= '9') {
      return octal(start, c);
    }
    if (c == 'x') {
      return hex(start);
    }
    int control = LETTERS.indexOf(c);
    if (control >= 0) {
      return CONTROLS.charAt(control);
    }
    if (isLetter(c)) {
      cursor.refuse(start, "`\\" + c + "` is not an escape of RE2");
    }
    return c;
  }

  private char octal(int start, char first) {
    if (first >= '8' || (first != '0' && !isOctal(cursor.peek()))) {
      cursor.refuse(start, "RE2 has no backreferences such as `\\" + first + "`");
      return first;
    }
    int code = first - '0';
    for (int i = 0; i < 2 && !cursor.atEnd() && isOctal(cursor.peek()); i++) {
      code = code * 8 + cursor.next() - '0';
    }
    return ascii(start, code);
  }

  private char hex(int start) {
    if (cursor.skip("{")) {
      return bracedHex(start);
    }
    int high = digit(start);
    int low = digit(start);
    return ascii(start, Math.max(0, high) * 16 + Math.max(0, low));
  }

  private char bracedHex(int start) {
    int code = 0;
    int digits = 0;
    while (!cursor.failed() && !cursor.skip("}")) {
      code = Math.min(code * 16 + Math.max(0, digit(start)), Character.MAX_CODE_POINT + 1);
      digits++;
    }
    if (digits == 0 || code > Character.MAX_CODE_POINT) {
      cursor.refuse(start, "`\\x{…}` holds a code point of at most 10FFFF");
    }
    return ascii(start, code);
  }

  private int digit(int start) {
    int value = cursor.atEnd() ? -1 : Character.digit(cursor.next(), 16);
    if (value < 0) {
      cursor.refuse(start, "`\\x` takes two hexadecimal digits, or any number of them in braces");
    }
    return value;
  }

  private char ascii(int start, int code) {
    if (code > 0x7F) {
      cursor.refuse(Re2.Kind.NOT_ANALYSABLE, start, Re2.NOT_ASCII);
    }
    return (char) code;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
