package io.policyc.compiler.falco.rules;

import java.util.Optional;
import java.util.Set;

/// A class in brackets, as RE2 reads it in POSIX syntax.
///
/// @param end the offset behind it
/// @param problem what is wrong with it
record RegexClass(int end, Optional<String> problem) {
  private static final Set<String> NAMES =
      Set.of(
          "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
          "space", "upper", "word", "xdigit");

  static RegexClass read(String text, int at) {
    int i = at + 1;
    if (i < text.length() && text.charAt(i) == '^') {
      i++;
    }
    boolean first = true;
    while (i < text.length() && (text.charAt(i) != ']' || first)) {
      boolean loose = text.charAt(i) == '-' && !first && !closes(text, i + 1);
      if (loose) {
        return wrong("a `-` in brackets stands first, last or between two characters");
      }
      first = false;
      RegexClass item = item(text, i);
      if (item.problem.isPresent()) {
        return item;
      }
      i = item.end;
    }
    return i < text.length() ? new RegexClass(i + 1, Optional.empty()) : wrong("a `]` is missing");
  }

  private static boolean closes(String text, int at) {
    return at < text.length() && text.charAt(at) == ']';
  }

  private static RegexClass wrong(String message) {
    return new RegexClass(-1, Optional.of(message));
  }

  private static RegexClass item(String text, int at) {
    int close = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
    if (close >= 0) {
      String name = text.substring(at + 2, close);
      String plain = name.startsWith("^") ? name.substring(1) : name;
      return NAMES.contains(plain)
          ? new RegexClass(close + 2, Optional.empty())
          : wrong("there is no class `[:" + name + ":]`");
    }
    return range(text, at);
  }

  private static RegexClass range(String text, int at) {
    int end = characterEnd(text, at);
    if (end < 0) {
      return wrong("`" + text.substring(at, Math.min(at + 2, text.length())) + "` is no escape");
    }
    boolean range = end + 1 < text.length() && text.charAt(end) == '-' && !closes(text, end + 1);
    if (!range) {
      return new RegexClass(end, Optional.empty());
    }
    int last = characterEnd(text, end + 1);
    if (last < 0) {
      return wrong("a range in brackets ends with no character");
    }
    String range1 = text.substring(at, last);
    return value(text, at, end) > value(text, end + 1, last)
        ? wrong("the range `" + range1 + "` is upside down")
        : new RegexClass(last, Optional.empty());
  }

  private static int characterEnd(String text, int at) {
    if (text.charAt(at) == '\\') {
      return RegexEscape.end(text, at);
    }
    return at + Character.charCount(text.codePointAt(at));
  }

  // Enough to compare the ends of a range.
  private static int value(String text, int from, int to) {
    String character = text.substring(from, to);
    if (!character.startsWith("\\") || character.length() < 2) {
      return character.codePointAt(0);
    }
    String code = character.substring(character.startsWith("\\x") ? 2 : 1);
    return switch (character.charAt(1)) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'a' -> 7;
      case 'f' -> '\f';
      case 'v' -> 11;
      case 'x' -> Integer.parseInt(code.replace("{", "").replace("}", ""), 16);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> Integer.parseInt(code, 8);
      default -> character.codePointAt(1);
    };
  }
}
