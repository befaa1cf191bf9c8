package io.policyc.compiler.resolve;

/// How names of Kubernetes are spelt.
final class NameSyntax {
  private NameSyntax() {}

  /// An RFC 1123 subdomain, as most objects are named: at most 253 lower-case letters, digits, `-`
  /// and `.`, with a letter or digit at both ends of every part.
  static boolean isSubdomain(String text) {
    return text.length() <= 253 && allParts(text);
  }

  private static boolean allParts(String text) {
    int start = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
      if (!isSubdomainPart(text.substring(start, dot))) {
        return false;
      }
      start = dot + 1;
    }
    return isSubdomainPart(text.substring(start));
  }

  // Kubernetes bounds the whole, not the parts.
  private static boolean isSubdomainPart(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> isLowerAlphanumeric(c) || c == '-')
        && isLowerAlphanumeric(text.charAt(0))
        && isLowerAlphanumeric(text.charAt(text.length() - 1));
  }

  /// The name part of a label's key, or a label's value that is not empty.
  static boolean isLabelText(String text) {
    return !text.isEmpty()
        && text.length() <= 63
        && text.chars().allMatch(c -> isAlphanumeric(c) || c == '-' || c == '_' || c == '.')
        && isAlphanumeric(text.charAt(0))
        && isAlphanumeric(text.charAt(text.length() - 1));
  }

  static boolean isAlphanumeric(int c) {
    return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isLowerAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
