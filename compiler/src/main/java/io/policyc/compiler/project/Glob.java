package io.policyc.compiler.project;

/// A pattern of file names: `*` is any text in one part, `?` one character, `**` any folders.
///
/// Patterns are ours, not the shell's, when they arrive in quotes or from a program.
public final class Glob {
  private final String[] parts;

  /// @param pattern as an argument names it
  public Glob(String pattern) {
    this.parts = PathName.normal(pattern).split("/", -1);
  }

  /// Whether a text has a character that makes it a pattern.
  public static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /// The folder before the first part that is a pattern.
  public String root() {
    StringBuilder root = new StringBuilder();
    for (int at = 0; at < parts.length - 1 && !isPattern(parts[at]); at++) {
      root.append(parts[at]).append('/');
    }
    return root.isEmpty() ? "." : PathName.normal(root.toString());
  }

  /// Whether a name matches, part by part.
  public boolean matches(String name) {
    String[] names = PathName.normal(name).split("/", -1);
    boolean[] reached = new boolean[names.length + 1];
    reached[0] = true;
    for (String part : parts) {
      reached = after(part, reached, names);
    }
    return reached[names.length];
  }

  // reached[n]: the parts so far match the first n names.
  private static boolean[] after(String part, boolean[] before, String[] names) {
    boolean[] reached = new boolean[before.length];
    boolean any = part.equals("**");
    reached[0] = any && before[0];
    for (int n = 1; n < before.length; n++) {
      reached[n] =
          any ? before[n] || reached[n - 1] : before[n - 1] && matchesPart(part, names[n - 1]);
    }
    return reached;
  }

  // Going back to the last star only keeps this linear in practice and quadratic at worst.
  private static boolean matchesPart(String part, String name) {
    int p = 0;
    int star = -1;
    int tried = 0;
    for (int n = 0; n < name.length(); ) {
      if (p < part.length() && part.charAt(p) == '*') {
        star = p++;
        tried = n;
      } else if (p < part.length() && (part.charAt(p) == '?' || part.charAt(p) == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++tried;
      } else {
        return false;
      }
    }
    while (p < part.length() && part.charAt(p) == '*') {
      p++;
    }
    return p == part.length();
  }
}
