package io.policyc.compiler.regex;

import java.util.List;
import java.util.Locale;

/// A path of the language: `/files/*.json`, `/api/v1/items/{id:int}`, `/internal/**`.
///
/// A path is what a client sends, percent-encoded, without query. Envoy rewrites it before it looks
/// at it; a text that no rewritten path can equal is not a pattern.
///
/// @param segments what stands between the slashes; an empty last one for a path that ends in `/`
/// @param tail whether the path, or more behind a `/`, matches
public record PathPattern(List<Segment> segments, boolean tail) {
  /// Longest text of a pattern, in characters.
  public static final int MAX_LENGTH = 2048;

  /// Copies the segments.
  public PathPattern {
    segments = List.copyOf(segments);
    if (segments.isEmpty() && !tail) {
      throw new IllegalArgumentException("a path without segments and tail");
    }
  }

  /// What stands between two slashes.
  public sealed interface Segment {}

  /// `items`: this text.
  ///
  /// @param text empty for the end of a path that ends in `/`
  public record Text(String text) implements Segment {}

  /// `*.json`: texts with any text between them, also none.
  ///
  /// @param texts two or more: what stands before, between and after the stars; may be empty
  public record Glob(List<String> texts) implements Segment {
    /// Copies the texts.
    public Glob {
      texts = List.copyOf(texts);
      if (texts.size() < 2) {
        throw new IllegalArgumentException("a glob without a star");
      }
    }
  }

  /// `{id}`, `{id:int}`: one segment that isn't empty.
  ///
  /// @param name for readers; it means nothing
  /// @param type what the segment looks like
  public record Named(String name, Type type) implements Segment {}

  /// What a named segment looks like.
  public enum Type {
    /// Any text.
    ANY,
    /// One or more digits.
    INT,
    /// Hexadecimal digits of either case in groups of 8, 4, 4, 4 and 12, with hyphens between them.
    UUID,
    /// Lower-case letters and digits, with single hyphens between them.
    SLUG;

    /// The word after the colon; empty for any text.
    public String word() {
      return this == ANY ? "" : name().toLowerCase(Locale.ROOT);
    }
  }

  /// What came of a text.
  public sealed interface Result {}

  /// A pattern.
  public record Parsed(PathPattern pattern) implements Result {}

  /// A text that is no pattern.
  ///
  /// @param start offset of the part in error
  /// @param end offset after it
  /// @param reason what is wrong: one clause, lower-case, no full stop
  /// @param help what to write, beginning with a verb or `did you mean`
  public record Invalid(int start, int end, String reason, String help) implements Result {}

  /// Reads a pattern.
  ///
  /// @param text as it stands in a sentence
  public static Result parse(String text) {
    return new PathParser(text).parse();
  }

  /// Whether every path matches: `/**`.
  public boolean everything() {
    return segments.isEmpty();
  }

  /// The canonical text, which parses to an equal pattern.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      text.append('/').append(text(segment));
    }
    return text.append(tail ? "/**" : "").toString();
  }

  static String text(Segment segment) {
    return switch (segment) {
      case Text(var text) -> text;
      case Glob(var texts) -> String.join("*", texts);
      case Named(var name, var type) ->
          "{" + name + (type == Type.ANY ? "" : ":" + type.word()) + "}";
    };
  }
}
