package io.policyc.compiler.falco.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The paths of a `pmatch`: a path fits that is one of them or lies below one.
///
/// Paths are compared part by part, empty parts don't count; so the empty path and `/` fit
/// everything, and `home` is `/home`. A part with `?`, `*` or `[` in it is a pattern for one part.
///
/// Where several patterns fit the same part, Falco 0.44.1 skips a part of the path after the first
/// one that leads nowhere, in an order that it doesn't fix; here each is tried.
final class PathPrefixes {
  private final Map<String, PathPrefixes> exact = new HashMap<>();
  private final Map<String, PathPrefixes> byPattern = new LinkedHashMap<>();
  private final Map<String, Glob> patterns = new HashMap<>();
  private boolean ends;

  private PathPrefixes() {}

  /// The paths together.
  static PathPrefixes of(List<String> paths) {
    PathPrefixes root = new PathPrefixes();
    for (String path : paths) {
      PathPrefixes node = root;
      for (String part : parts(path)) {
        node = node.child(part);
      }
      node.ends = true;
    }
    return root;
  }

  private PathPrefixes child(String part) {
    boolean pattern = part.chars().anyMatch(c -> c == '?' || c == '*' || c == '[');
    if (pattern) {
      patterns.computeIfAbsent(part, p -> Glob.of(p, false));
    }
    return (pattern ? byPattern : exact).computeIfAbsent(part, p -> new PathPrefixes());
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      if (to > from) {
        parts.add(path.substring(from, to));
      }
      from = to + 1;
    }
    return parts;
  }

  /// Whether a path is one of them or lies below one.
  boolean match(String path) {
    List<PathPrefixes> nodes = List.of(this);
    for (String part : parts(path)) {
      if (nodes.stream().anyMatch(n -> n.ends)) {
        return true;
      }
      List<PathPrefixes> next = new ArrayList<>();
      nodes.forEach(n -> n.follow(part, next));
      nodes = next;
    }
    return nodes.stream().anyMatch(n -> n.ends);
  }

  private void follow(String part, List<PathPrefixes> next) {
    Optional.ofNullable(exact.get(part)).ifPresent(next::add);
    byPattern.forEach(
        (pattern, node) -> {
          if (glob(pattern).matches(part)) {
            next.add(node);
          }
        });
  }

  private Glob glob(String pattern) {
    return patterns.computeIfAbsent(pattern, p -> Glob.of(p, false));
  }
}
