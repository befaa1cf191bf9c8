package io.policyc.compiler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paths as other languages write them: `/api/.*`, `/items/\d+`, `/users/:id`, `/users/<id>`.
final class PathForms {
  /// Characters that no path holds as it is sent, or only as a sub-delimiter.
  private static final String FOREIGN = "\\^[]()|<>";

  private PathForms() {}

  /// What a path of another language is in this one.
  ///
  /// @return empty where it is one of this language; an empty text where nothing says the same
  static Optional<String> pattern(String path) {
    if (!path.contains(".*") && !path.contains(".+") && !hasForeign(path)) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>();
    String[] parts = path.split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      Optional<String> segment = segment(parts[i], i == parts.length - 1);
      if (segment.isEmpty()) {
        return Optional.of("");
      }
      segments.add(segment.orElseThrow());
    }
    return Optional.of("/" + String.join("/", segments));
  }

  private static boolean hasForeign(String path) {
    for (int at = 0; at < path.length(); at++) {
      char c = path.charAt(at);
      if (FOREIGN.indexOf(c) >= 0 || (c == '/' && isParameter(path, at + 1))) {
        return true;
      }
    }
    return path.endsWith("$");
  }

  private static boolean isParameter(String path, int start) {
    return path.startsWith(":", start) && isParameter(path.substring(start).split("/", 2)[0]);
  }

  private static Optional<String> segment(String part, boolean last) {
    if (isParameter(part)) {
      return Optional.of(
          "{" + part.substring(1, part.length() - (part.endsWith(">") ? 1 : 0)) + "}");
    }
    return switch (part) {
      case ".*" -> last ? Optional.of("**") : Optional.empty();
      case ".+" -> Optional.empty();
      case "\\d+", "[0-9]+" -> Optional.of("{id:int}");
      case "[^/]+" -> Optional.of("{id}");
      case "[^/]*" -> Optional.of("*");
      default -> plain(part);
    };
  }

  private static Optional<String> plain(String part) {
    boolean plain =
        !part.contains(".*") && !part.contains(".+") && !part.endsWith("$") && !hasForeign(part);
    return plain ? Optional.of(part) : Optional.empty();
  }

  private static boolean isParameter(String part) {
    boolean colon = part.startsWith(":") && isIdentifier(part.substring(1));
    boolean angle =
        part.startsWith("<")
            && part.endsWith(">")
            && part.length() > 2
            && isIdentifier(part.substring(1, part.length() - 1));
    return colon || angle;
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c -> c == '_' || c == '-' || (c < 0x7F && Character.isLetterOrDigit(c)));
  }
}
