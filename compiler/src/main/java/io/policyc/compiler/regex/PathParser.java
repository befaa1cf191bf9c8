package io.policyc.compiler.regex;

import io.policyc.compiler.regex.PathPattern.Glob;
import io.policyc.compiler.regex.PathPattern.Invalid;
import io.policyc.compiler.regex.PathPattern.Named;
import io.policyc.compiler.regex.PathPattern.Parsed;
import io.policyc.compiler.regex.PathPattern.Result;
import io.policyc.compiler.regex.PathPattern.Segment;
import io.policyc.compiler.regex.PathPattern.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a path segment by segment and keeps the first mistake.
final class PathParser {
  private final String text;
  private final List<Segment> segments = new ArrayList<>();
  private boolean tail;
  private Optional<Invalid> mistake;

  PathParser(String text) {
    this.text = text;
    mistake = PathCharacters.mistake(text);
  }

  Result parse() {
    if (mistake.isPresent()) {
      return mistake.get();
    }
    int start = 1;
    while (mistake.isEmpty() && start <= text.length()) {
      int slash = text.indexOf('/', start);
      int end = slash < 0 ? text.length() : slash;
      segment(start, end);
      start = end + 1;
    }
    return mistake
        .<Result>map(found -> found)
        .orElseGet(() -> new Parsed(new PathPattern(segments, tail)));
  }

  private void segment(int start, int end) {
    String part = text.substring(start, end);
    boolean last = end == text.length();
    if (part.equals("**")) {
      tail = true;
      if (!last) {
        wrong(start, end, "`**` stands last in a path", "write `*` for a segment in the middle");
      }
    } else if (part.contains("**")) {
      wrong(start, end, "`**` stands alone behind a `/`", "write `*` for any text in a segment");
    } else if (part.indexOf('{') >= 0 || part.indexOf('}') >= 0) {
      named(start, end);
    } else if (part.startsWith(".;") || part.startsWith("..;")) {
      wrong(
          start,
          end,
          "a segment that begins with `.;` or `..;` never arrives: newer Envoys resolve it",
          "write the path that it leads to");
    } else if (part.indexOf('*') >= 0) {
      segments.add(new Glob(List.of(part.split("\\*", -1))));
    } else {
      plain(part, start, end);
    }
  }

  private void plain(String part, int start, int end) {
    boolean last = end == text.length();
    if (part.equals(".") || part.equals("..")) {
      wrong(
          start,
          end,
          "a path with `" + part + "` never arrives: Envoy resolves it first",
          "write the path that it leads to");
    } else if (part.isEmpty() && !last) {
      wrong(
          start - 1,
          end + 1,
          "a path with `//` never arrives: Envoy makes one `/` of it",
          "write one `/`, or `*` for a segment that may be empty");
    } else {
      segments.add(new Text(part));
    }
  }

  private void named(int start, int end) {
    String part = text.substring(start, end);
    int close = part.indexOf('}');
    if (part.lastIndexOf('{') > Math.max(0, close)) {
      wrong(start, end, "two names in one segment", "write `*` for text within a segment");
    } else if (part.indexOf('{') < 0 || close < part.indexOf('{')) {
      wrong(start, end, "the braces do not match", "write a segment of its own, such as `/{id}`");
    } else if (!part.startsWith("{") || close < part.length() - 1) {
      String glob = part.substring(0, part.indexOf('{')) + "*" + part.substring(close + 1);
      wrong(
          start,
          end,
          "a name in braces is a whole segment",
          "write `" + glob.replace("**", "*") + "` for any text in its place");
    } else {
      nameAndType(start + 1, end - 1);
    }
  }

  private void nameAndType(int start, int end) {
    String inside = text.substring(start, end);
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    if (name.isEmpty() || !name.chars().allMatch(PathParser::isName)) {
      wrong(
          start - 1,
          end + 1,
          "a segment's name is made of letters, digits, `_` and `-`",
          "name it, for example `{id}`");
      return;
    }
    String word = colon < 0 ? "" : inside.substring(colon + 1);
    for (PathPattern.Type type : PathPattern.Type.values()) {
      if (type.word().equals(word) && (colon >= 0) == !word.isEmpty()) {
        segments.add(new Named(name, type));
        return;
      }
    }
    wrong(start + colon + 1, end, "`" + word + "` is not a type of segment", typeHelp(word));
  }

  private static String typeHelp(String word) {
    for (PathPattern.Type type : PathPattern.Type.values()) {
      boolean near = !type.word().isEmpty() && near(word, type.word());
      if (near) {
        return "did you mean `" + type.word() + "`?";
      }
    }
    return "write `int`, `uuid` or `slug`, or no type for any text";
  }

  /// One begins with the other, or they differ in one or two places: the words are short.
  private static boolean near(String word, String type) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith(type) || (!lower.isEmpty() && type.startsWith(lower))) {
      return true;
    }
    int same = 0;
    for (int i = 0; i < lower.length() && i < type.length(); i++) {
      same += lower.charAt(i) == type.charAt(i) || lower.indexOf(type.charAt(i)) >= 0 ? 1 : 0;
    }
    return same >= type.length() - 1 && lower.length() <= type.length() + 1;
  }

  private static boolean isName(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  private void wrong(int start, int end, String reason, String help) {
    if (mistake.isEmpty()) {
      mistake = Optional.of(new Invalid(start, end, reason, help));
    }
  }
}
