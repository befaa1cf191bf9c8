package io.policyc.manifests;

import java.util.Set;

/// Quantities of resources.
///
/// Source: k8s.io/apimachinery v0.36.4, pkg/api/resource: a decimal number and a suffix.
final class Quantity {
  private static final Set<String> SUFFIXES =
      Set.of("", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

  private Quantity() {}

  /// Whether a text is a quantity: `1`, `500m`, `1.5Gi`, `1e3`.
  static boolean is(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int start = at;
    int points = 0;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      points += text.charAt(at++) == '.' ? 1 : 0;
    }
    String suffix = text.substring(at);
    return at - start > points && points <= 1 && (SUFFIXES.contains(suffix) || isExponent(suffix));
  }

  private static boolean isExponent(String suffix) {
    boolean begins = suffix.startsWith("e") || suffix.startsWith("E");
    int digits = suffix.length() > 1 && "+-".indexOf(suffix.charAt(1)) >= 0 ? 2 : 1;
    return begins
        && suffix.length() > digits
        && suffix.length() <= digits + 10
        && suffix.substring(digits).chars().allMatch(c -> isDigit((char) c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
