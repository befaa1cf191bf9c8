package io.policyc.compiler.regex;

import java.util.SortedSet;
import java.util.stream.Collectors;

/// Writes methods as an expression on `:method`.
public final class MethodRegex {
  private MethodRegex() {}

  /// `GET|HEAD` for the two.
  ///
  /// The nine methods of RFC 9110 and RFC 5789 together have size 47; a caller that lets in others
  /// asks [Re2Size#fits].
  ///
  /// @param methods at least one, as requests carry them
  public static String of(SortedSet<String> methods) {
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("no method");
    }
    return methods.stream().map(Quoting::quoted).collect(Collectors.joining("|"));
  }
}
