package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.findings.Span;
import java.util.Optional;
import java.util.Set;

/// Whether an item adds to an earlier one: `append: true`, or `override` with `append`.
final class Appending {
  private static final String BOTH = "`append: true` and `override` can't stand together";

  private Appending() {}

  /// For lists and macros, which have one thing to add.
  ///
  /// @return empty where the item is refused
  static Optional<Boolean> read(Fields fields, Set<String> keys, String key) {
    int before = fields.report().size();
    boolean append = flag(fields);
    Overrides overrides = Overrides.read(fields, keys, keys);
    if (append && overrides.any()) {
      both(fields);
    }
    boolean refused = fields.report().errorsSince(before);
    return refused ? Optional.empty() : Optional.of(append || overrides.append().contains(key));
  }

  /// `append: true`, which is deprecated.
  static boolean flag(Fields fields) {
    boolean append = fields.flag("append").orElse(false);
    if (append) {
      fields
          .report()
          .add(
              FalcoCode.DEPRECATED_ITEM,
              Code.PC0909,
              fields.at(),
              "`append: true` is deprecated",
              "write `override:` with `append` for each key that is added to");
    }
    return append;
  }

  static void both(Fields fields) {
    Span at = fields.value("append").map(fields::span).orElse(fields.at());
    fields.report().add(FalcoCode.YAML_VALIDATE, Code.PC0908, at, BOTH, "leave out `append`");
  }
}
