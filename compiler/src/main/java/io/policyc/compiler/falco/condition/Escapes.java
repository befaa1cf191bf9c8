package io.policyc.compiler.falco.condition;

/// The escapes of a constant in quotes.
///
/// Source: libs 0.25.4, userspace/libsinsp/filter/escaping.cpp.
final class Escapes {
  private Escapes() {}

  /// What stands between two quotes.
  ///
  /// @param start where the opening quote stands
  /// @param end where the closing quote stands
  static String read(String text, int start, int end) throws ConditionSyntax {
    StringBuilder out = new StringBuilder();
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        out.append(escaped(text, start, i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static char escaped(String text, int start, int at) throws ConditionSyntax {
    char c = text.charAt(at);
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      // A backslash: rules that escaped a blank are older than escapes.
      case ' ', '\\' -> '\\';
      case '/' -> '/';
      case '"', '\'' -> quote(text, start, at, c);
      default -> throw unknown(text, at);
    };
  }

  private static char quote(String text, int start, int at, char c) throws ConditionSyntax {
    if (text.charAt(start) == c) {
      return c;
    }
    throw new ConditionSyntax(
        Problem.of(at - 1, 2, "a `" + c + "` isn't escaped in quotes of the other kind")
            .withHelp("write it without the backslash"));
  }

  private static ConditionSyntax unknown(String text, int at) {
    int length = Character.charCount(text.codePointAt(at));
    String escape = "\\" + text.substring(at, at + length);
    return new ConditionSyntax(
        Problem.of(at - 1, 1 + length, "`" + escape + "` is no escape")
            .withHelp("write `\\\\` for a backslash; escapes are \\b \\f \\n \\r \\t \\\\ \\/"));
  }
}
