package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;

/// A value of a type for which an API server refuses the whole object.
///
/// Source: sigs.k8s.io/json, which decodes what a client sends: a wrong type is an error, never
/// converted.
final class WrongType {
  private WrongType() {}

  /// @param type what the field takes, `a boolean`
  static Finding at(ObjectPath path, Value value, String type) {
    Finding finding =
        ManifestCode.PC1020
            .at(
                value.span(),
                "invalid manifest: `" + path + "` takes " + type + ", not " + shown(value))
            .withPath(path);
    return finding.withHelp(help(value, type));
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(var text, _) -> "the string `" + cut(text) + "`";
      case Value.Numeric(var number, _) -> "the number `" + cut(number.toString()) + "`";
      case Value.Bool(var is, _) -> "the boolean `" + is + "`";
      case Value.Mapping _, Value.Sequence _, Value.Null _ -> value.kind();
    };
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
  }

  private static String help(Value value, String type) {
    return switch (value) {
      case Value.Text _ when type.equals("a boolean") -> "write `true` or `false` without quotes";
      case Value.Text _ when type.startsWith("a whole number") -> "write the number without quotes";
      case Value.Numeric _, Value.Bool _ when type.equals("a string") -> "put it in quotes";
      default -> "write " + type + ": the API server refuses the whole object";
    };
  }
}
