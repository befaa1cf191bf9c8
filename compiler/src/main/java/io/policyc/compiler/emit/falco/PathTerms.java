package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operator;
import java.util.ArrayList;
import java.util.List;

/// Paths of a sentence, compared with a field. `*` is any text within one part of a path.
final class PathTerms {
  /// Between these, Falco takes a word for the name of a list, also inside quotes.
  private static final String DELIMITERS = " \t(),=";

  private static final String SPECIAL = ".+?()[]{}|$=,";

  private PathTerms() {}

  /// Whether the field is one of the paths.
  static Condition exact(String field, List<String> paths) {
    List<String> plain = paths.stream().filter(p -> !isRisky(p) && p.indexOf('*') < 0).toList();
    List<Condition> terms = new ArrayList<>();
    if (!plain.isEmpty()) {
      terms.add(Terms.oneOf(field, plain));
    }
    paths.stream()
        .filter(path -> !plain.contains(path))
        .forEach(path -> terms.add(Terms.text(field, Operator.REGEX, expression(path))));
    return Terms.any(terms);
  }

  /// Whether the field is one of the paths, or lies below one.
  static Condition below(String field, List<String> paths) {
    List<String> plain = paths.stream().filter(path -> !isRisky(path)).toList();
    List<Condition> terms = new ArrayList<>();
    if (!plain.isEmpty()) {
      terms.add(Terms.below(field, plain));
    }
    paths.stream()
        .filter(PathTerms::isRisky)
        .forEach(path -> terms.add(Terms.text(field, Operator.REGEX, expression(path) + "(/.*)?")));
    return Terms.any(terms);
  }

  /// The longest constant that a path is written with, in bytes; paths are ASCII.
  static int longest(String path) {
    return isRisky(path) || path.indexOf('*') >= 0
        ? expression(path).length() + "(/.*)?".length()
        : path.length();
  }

  // A path such as `/a b,c` could hold the name of somebody's list between two such characters.
  private static boolean isRisky(String path) {
    return path.chars().anyMatch(c -> DELIMITERS.indexOf(c) >= 0);
  }

  private static String expression(String path) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      switch (c) {
        case '*' -> out.append("[^/]*");
        case ' ', '\t' -> out.append("[[:blank:]]");
        case '^', '\\' -> out.append('\\').append(c);
        default -> {
          boolean special = SPECIAL.indexOf(c) >= 0;
          out.append(special ? "[" : "").append(c).append(special ? "]" : "");
        }
      }
    }
    return out.toString();
  }
}
