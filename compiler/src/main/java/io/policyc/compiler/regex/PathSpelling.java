package io.policyc.compiler.regex;

import io.policyc.compiler.regex.PathPattern.Glob;
import io.policyc.compiler.regex.PathPattern.Named;
import io.policyc.compiler.regex.PathPattern.Segment;
import io.policyc.compiler.regex.PathPattern.Text;

/// One way to write a path as an expression. All ways match the same requests: neither a path nor a
/// query that Envoy lets through holds anything but printable ASCII.
///
/// @param ranges `[!-.0->@-~]` for `[^/?]` and `[!-~]` for `.`, which are 6 smaller
/// @param anchored `^` in front, which makes the text up to the first wildcard free
/// @param uncaptured `(?:` for `(`, which is 1 or 2 smaller
record PathSpelling(boolean ranges, boolean anchored, boolean uncaptured) {
  /// What may follow the path.
  enum Query {
    /// Nothing.
    NONE,
    /// A query or nothing.
    MAYBE,
    /// A query.
    ALWAYS
  }

  String of(PathPattern pattern, Query query) {
    StringBuilder out = new StringBuilder(anchored ? "^" : "");
    for (Segment segment : pattern.segments()) {
      out.append('/').append(segment(segment));
    }
    return out.append(end(pattern, query)).toString();
  }

  String segment(Segment segment) {
    return switch (segment) {
      case Text(var text) -> Quoting.quoted(text);
      case Glob(var texts) ->
          String.join(inSegment() + "*", texts.stream().map(Quoting::quoted).toList());
      case Named named -> named(named);
    };
  }

  private String named(Named named) {
    return switch (named.type()) {
      case ANY -> inSegment() + "+";
      case INT -> "[0-9]+";
      case UUID -> "[0-9a-fA-F]{8}" + group("-[0-9a-fA-F]{4}") + "{3}-[0-9a-fA-F]{12}";
      case SLUG -> "[a-z0-9]+" + group("-[a-z0-9]+") + "*";
    };
  }

  private String end(PathPattern pattern, Query query) {
    if (pattern.everything()) {
      return "/" + (query == Query.NONE ? inPath() : anything() + "*");
    }
    if (pattern.tail()) {
      return switch (query) {
        case NONE -> group("/" + inPath()) + "?";
        case MAYBE -> group("[/?]" + anything() + "*") + "?";
        case ALWAYS -> group("/" + inPath()) + "?\\?" + anything() + "*";
      };
    }
    return switch (query) {
      case NONE -> "";
      case MAYBE -> group("\\?" + anything() + "*") + "?";
      case ALWAYS -> "\\?" + anything() + "*";
    };
  }

  private String group(String inner) {
    return (uncaptured ? "(?:" : "(") + inner + ")";
  }

  private String inSegment() {
    return ranges ? "[!-.0->@-~]" : "[^/?]";
  }

  private String inPath() {
    return ranges ? "[!->@-~]*" : "[^?]*";
  }

  private String anything() {
    return ranges ? "[!-~]" : ".";
  }
}
