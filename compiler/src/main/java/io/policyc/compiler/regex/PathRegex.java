package io.policyc.compiler.regex;

import io.policyc.compiler.regex.PathPattern.Glob;
import io.policyc.compiler.regex.PathPattern.Named;
import io.policyc.compiler.regex.PathPattern.Segment;
import io.policyc.compiler.regex.PathPattern.Text;
import io.policyc.compiler.regex.PathSpelling.Query;
import java.util.List;

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

  private PathRegex() {}

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
    Query query = queryAdmitted ? Query.MAYBE : Query.NONE;
    for (PathSpelling spelling : SPELLINGS) {
      String expression = spelling.of(pattern, query);
      if (Re2Size.fits(expression)) {
        return new Expressions(List.of(expression));
      }
    }
    return queryAdmitted ? split(pattern) : tooLarge(pattern, Query.NONE);
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
