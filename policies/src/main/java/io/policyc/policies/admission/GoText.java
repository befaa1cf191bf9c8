package io.policyc.policies.admission;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Texts as Kubernetes' own code puts them together, so that messages agree to the letter.
final class GoText {
  /// Go compares the bytes of UTF-8, which is the order of code points and not that of UTF-16.
  static final Comparator<String> BYTES = GoText::compare;

  private GoText() {}

  /// A set that lists its texts in Go's order.
  static SortedSet<String> sortedSet() {
    return new TreeSet<>(BYTES);
  }

  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return Integer.compare(rank(one.charAt(i)), rank(other.charAt(i)));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /// Surrogates stand for code points above all others.
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }

  /// `"a", "b"`; what stands between the quotes is not escaped.
  static String quoted(Collection<String> texts) {
    return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
  }

  /// `container`, or `containers` for any number but one.
  static String plural(String word, Collection<?> counted) {
    return counted.size() == 1 ? word : word + "s";
  }

  /// `container "a"`, `containers "a", "b"`
  static String counted(String word, Collection<String> texts) {
    return plural(word, texts) + " " + quoted(texts);
  }

  /// A text in quotes, with escapes, as the verb `%q` writes it.
  static String escaped(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> escape(c, out));
    return out.append('"').toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append((char) c);
      case 0x07 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0b -> out.append("\\v");
      default -> other(c, out);
    }
  }

  private static void other(int c, StringBuilder out) {
    if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else if (c < 0x20 || c == 0x7f) {
      out.append("\\x").append(hex(c, 2));
    } else {
      out.append(c < 0x10000 ? "\\u" + hex(c, 4) : "\\U" + hex(c, 8));
    }
  }

  private static String hex(int c, int digits) {
    String text = Integer.toHexString(c);
    return "0".repeat(digits - text.length()) + text;
  }

  /// Letters, marks, numbers, punctuation, symbols, and of the spaces only the ordinary one.
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
