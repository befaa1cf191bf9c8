package io.policyc.compiler.regex;

import io.policyc.compiler.regex.PathPattern.Glob;
import io.policyc.compiler.regex.PathPattern.Named;
import io.policyc.compiler.regex.PathPattern.Segment;
import io.policyc.compiler.regex.PathPattern.Text;
import io.policyc.compiler.regex.PathSpelling.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a path as expressions on `:path`, the most readable that Envoy accepts.
public final class PathRegex {
  /// From the most readable to the smallest.
  private static final List<PathSpelling> SPELLINGS =
      List.of(
          new PathSpelling(false, false, false),
          new PathSpelling(false, true, false),
          new PathSpelling(true, false, false),
          new PathSpelling(true, true, false),
          new PathSpelling(true, true, true));

  // Whether an expression fits depends on the shape of its path only, and inputs have few shapes.
  private final Map<String, Boolean> fits = new HashMap<>();

  /// A writer that remembers which shapes of paths are small enough.
  public PathRegex() {}

  /// What came of a path.
  public sealed interface Result {}

  /// One or more expressions; a request matches the path when one of them matches all of its
  /// `:path`.
  public record Expressions(List<String> expressions) implements Result {
    /// Copies the list.
    public Expressions {
      expressions = List.copyOf(expressions);
    }
  }

  /// No way to write the path is small enough for Envoy.
  ///
  /// @param size of the smallest program
  /// @param costliestPart the part of the path that takes most of it, as it stands in the path
  /// @param help what to write, beginning with a verb
  public record TooLarge(int size, String costliestPart, String help) implements Result {}

  /// Writes a path.
  ///
  /// @param queryAdmitted whether a request may carry a query
  public static Result of(PathPattern pattern, boolean queryAdmitted) {
    return new PathRegex().write(pattern, queryAdmitted);
  }

  /// Writes a path.
  ///
  /// @param queryAdmitted whether a request may carry a query
  public Result write(PathPattern pattern, boolean queryAdmitted) {
    Query query = queryAdmitted ? Query.MAYBE : Query.NONE;
    PathPattern shape = shape(pattern);
    for (PathSpelling spelling : SPELLINGS) {
      if (fits.computeIfAbsent(spelling.of(shape, query), Re2Size::fits)) {
        return new Expressions(List.of(spelling.of(pattern, query)));
      }
    }
    return queryAdmitted ? split(pattern) : tooLarge(pattern, Query.NONE);
  }

  /// The same path with all letters alike: each takes one instruction, whichever it is.
  static PathPattern shape(PathPattern pattern) {
    return new PathPattern(
        pattern.segments().stream().map(PathRegex::shape).toList(), pattern.tail());
  }

  private static Segment shape(Segment segment) {
    return switch (segment) {
      case Text(var text) -> new Text(alike(text));
      case Glob(var texts) -> new Glob(texts.stream().map(PathRegex::alike).toList());
      case Named named -> named;
    };
  }

  private static String alike(String text) {
    return "x".repeat(text.length());
  }

  /// The last resort: one expression without a query and one with.
  private static Result split(PathPattern pattern) {
    String without = SPELLINGS.getLast().of(pattern, Query.NONE);
    String with = SPELLINGS.getLast().of(pattern, Query.ALWAYS);
    return Re2Size.fits(without) && Re2Size.fits(with)
        ? new Expressions(List.of(without, with))
        : tooLarge(pattern, Query.ALWAYS);
  }

  private static TooLarge tooLarge(PathPattern pattern, Query query) {
    int size = Re2Size.of(SPELLINGS.getLast().of(pattern, query)).orElse(Integer.MAX_VALUE);
    Segment costliest = costliest(pattern);
    return new TooLarge(size, PathPattern.text(costliest), help(costliest));
  }

  /// Text in front of the first wildcard costs nothing.
  private static Segment costliest(PathPattern pattern) {
    List<Segment> segments = pattern.segments();
    Segment costliest = segments.getFirst();
    int most = -1;
    boolean free = true;
    for (Segment segment : segments) {
      free &= segment instanceof Text;
      int size = free ? 0 : size(segment);
      if (size > most) {
        most = size;
        costliest = segment;
      }
    }
    return costliest;
  }

  private static int size(Segment segment) {
    return Re2Size.of(SPELLINGS.getLast().segment(segment)).orElse(0);
  }

  private static String help(Segment costliest) {
    return switch (costliest) {
      case Named(var name, var type) when type == PathPattern.Type.UUID ->
          "write `{" + name + "}` in place of `{" + name + ":uuid}`";
      case Named _, Glob _ -> "write fewer wildcards, or end the path earlier with `/**`";
      case Text _ -> "end the path earlier with `/**`";
    };
  }
}
