package io.policyc.compiler.falco.check;

/// The names that a condition can write.
final class Names {
  private Names() {}

  static boolean isMacro(String name) {
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      return false;
    }
    return name.chars().allMatch(c -> isLetter((char) c) || (c >= '0' && c <= '9') || c == '_');
  }

  static boolean isList(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> !isSpace(c) && "()\"'=,".indexOf(c) < 0);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
