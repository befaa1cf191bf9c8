package io.policyc.compiler.yaml;

/// How strings stand in YAML: plain where no reader could take them for anything else, otherwise in
/// double quotes.
///
/// Plain means a letter or `/` first, then letters, digits and `-_./:`, no `:` last, and no word
/// that YAML 1.1 takes for a boolean or null. Measured against sigs.k8s.io/yaml and SnakeYAML.
public final class YamlScalar {
  private YamlScalar() {}

  /// Appends a string.
  public static void append(StringBuilder out, String text) {
    if (isPlain(text)) {
      out.append(text);
    } else {
      quote(out, text);
    }
  }

  private static boolean isPlain(String text) {
    int length = text.length();
    if (length == 0 || !startsPlain(text.charAt(0)) || text.charAt(length - 1) == ':') {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return length > 5 || !isWord(text);
  }

  private static boolean startsPlain(char c) {
    return isLetter(c) || c == '/';
  }

  private static boolean isPlain(char c) {
    return isLetter(c) || (c >= '-' && c <= ':') || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  // In any case: YAML 1.1 lists three spellings of each, readers differ about the others.
  private static boolean isWord(String text) {
    return switch (text.length()) {
      case 1 -> text.equalsIgnoreCase("y") || text.equalsIgnoreCase("n");
      case 2 -> text.equalsIgnoreCase("no") || text.equalsIgnoreCase("on");
      case 3 -> text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("off");
      case 4 -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("null");
      case 5 -> text.equalsIgnoreCase("false");
      default -> false;
    };
  }

  /// Appends a string in double quotes.
  public static void quote(StringBuilder out, String text) {
    out.append('"');
    int length = text.length();
    for (int i = 0; i < length; ) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        if (c == '"' || c == '\\') {
          out.append('\\');
        }
        out.append(c);
        i++;
      } else {
        int point = text.codePointAt(i);
        appendOther(out, point);
        i += Character.charCount(point);
      }
    }
    out.append('"');
  }

  /// Whether a text can stand in a block, which knows no escapes.
  static boolean isPrintable(String text) {
    return text.codePoints()
        .allMatch(point -> point >= ' ' && point != 0x7f && (point < 0x7f || isVisible(point)));
  }

  /// Appends a comment's text, in which nothing can end the line or be read as something else.
  public static void comment(StringBuilder out, String text) {
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\t') {
                out.append(' ');
              } else if (point >= ' ' && point < 0x7f) {
                out.append((char) point);
              } else {
                appendOther(out, point);
              }
            });
  }

  private static void appendOther(StringBuilder out, int point) {
    if (point == '\n') {
      out.append("\\n");
    } else if (point == '\t') {
      out.append("\\t");
    } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      // A lone surrogate is no character: no UTF-8 can carry it.
      out.append('\uFFFD');
    } else if (isVisible(point)) {
      out.appendCodePoint(point);
    } else {
      escape(out, point);
    }
  }

  // What can't be seen is escaped: it could hide a part of a name from its reader.
  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static void escape(StringBuilder out, int point) {
    if (point <= 0xff) {
      hex(out.append("\\x"), point, 2);
    } else if (point <= 0xffff) {
      hex(out.append("\\u"), point, 4);
    } else {
      hex(out.append("\\U"), point, 8);
    }
  }

  private static void hex(StringBuilder out, int point, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((point >> shift) & 0xf, 16));
    }
  }
}
