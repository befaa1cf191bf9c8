package io.policyc.signatures;

/// Texts of strangers, fit to stand in a message.
public final class Quote {
  private static final int MAX_LENGTH = 200;

  private Quote() {}

  /// The text in backticks: cut at 200 characters, and whatever could change how the rest of a
  /// message looks (controls, line ends, marks that turn the direction of writing, backticks,
  /// halves of surrogate pairs) written as a backslash, `u` and four hexadecimal digits.
  public static String of(String text) {
    StringBuilder out = new StringBuilder("`");
    int end = Math.min(text.length(), MAX_LENGTH);
    for (int i = 0; i < end; i++) {
      append(out, text.charAt(i));
    }
    return out.append(end < text.length() ? "…`" : "`").toString();
  }

  private static void append(StringBuilder out, char one) {
    if (plain(one)) {
      out.append(one);
    } else {
      out.append("\\").append("u").append(Integer.toHexString(0x10000 | one), 1, 5);
    }
  }

  private static boolean plain(char one) {
    return switch (Character.getType(one)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> one != '`' && one != '\\';
    };
  }
}
