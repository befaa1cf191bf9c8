package io.policyc.cli.check.fix;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Values and names as YAML or JSON writes them on one line.
///
/// @param quoted whether names and strings stand in double quotes
/// @param tight whether nothing stands between a sign and what follows it
record Words(boolean quoted, boolean tight) {
  static final Words YAML = new Words(false, false);

  // What an API server takes for something else than a string.
  private static final Set<String> RESERVED =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  /// What stands between two fields.
  String comma() {
    return tight ? "," : ", ";
  }

  /// A string, in quotes where it is not surely one without.
  String string(String text) {
    return quoted || !isPlain(text) ? "\"" + text + "\"" : text;
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && isLetter(text.charAt(0))
        && text.chars().allMatch(Words::isSafe)
        && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isSafe(int c) {
    return isLetter(c) || (c >= '0' && c <= '9') || "-./_".indexOf(c) >= 0;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// `a: b, c: {d: e}`
  String fields(Map<Object, Growth> fields, String between) {
    return fields.entrySet().stream()
        .map(field -> field(field.getKey().toString(), field.getValue()))
        .collect(Collectors.joining(between));
  }

  private String field(String name, Growth growth) {
    return string(name) + (tight ? ":" : ": ") + value(growth);
  }

  /// What stands behind a name.
  String value(Growth growth) {
    return growth.value().map(this::value).orElseGet(() -> flow(growth));
  }

  /// `{d: e}`
  String flow(Growth growth) {
    return "{" + fields(growth.below(), comma()) + "}";
  }

  private String value(Added added) {
    return switch (added) {
      case Added.Flag(var flag) -> Boolean.toString(flag);
      case Added.Text(var text) -> string(text);
      case Added.Item(var text) -> "[" + string(text) + "]";
    };
  }
}
