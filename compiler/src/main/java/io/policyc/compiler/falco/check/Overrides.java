package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.compiler.falco.yaml.YamlNode.Entry;
import io.policyc.compiler.falco.yaml.YamlNode.Mapping;
import io.policyc.compiler.falco.yaml.YamlNode.Nothing;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.compiler.falco.yaml.YamlNode.Sequence;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What `override` names.
///
/// @param append the keys that are added to
/// @param replace the keys that are replaced
record Overrides(Set<String> append, Set<String> replace) {
  boolean any() {
    return !append.isEmpty() || !replace.isEmpty();
  }

  /// Reads `override`. A scalar there is ignored without a word.
  ///
  /// @param appendable what may be added to
  /// @param replaceable what may be replaced
  static Overrides read(Fields fields, Set<String> appendable, Set<String> replaceable) {
    Overrides overrides = new Overrides(new TreeSet<>(), new TreeSet<>());
    YamlNode value = fields.value("override").orElse(new Nothing(0));
    switch (value) {
      case Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          overrides.read(fields, entry, appendable, replaceable);
        }
      }
      case Sequence list when !list.items().isEmpty() ->
          fields
              .report()
              .add(
                  FalcoCode.VALIDATE,
                  Code.PC0908,
                  fields.span(list),
                  "`override` is a mapping of keys to `append` or `replace`");
      case Scalar scalar ->
          fields
              .report()
              .own(
                  Code.PC0934.at(
                      fields.span(scalar), "Falco ignores an `override` that is a text"));
      case Sequence _, Nothing _ -> {}
    }
    return overrides;
  }

  private void read(Fields fields, Entry entry, Set<String> appendable, Set<String> replaceable) {
    Optional<String> key = text(fields, entry.key());
    Optional<String> operation = text(fields, entry.value());
    if (key.isEmpty() || operation.isEmpty()) {
      return;
    }
    boolean toAppend = operation.get().equals("append");
    if (!toAppend && !operation.get().equals("replace")) {
      operation(fields, entry, operation.get());
    } else if ((toAppend ? appendable : replaceable).contains(key.get())) {
      (toAppend ? append : replace).add(key.get());
    } else {
      key(fields, entry, key.get(), toAppend, replaceable);
    }
  }

  private static Optional<String> text(Fields fields, YamlNode node) {
    return switch (node) {
      case Scalar scalar -> Optional.of(scalar.text());
      case Nothing _ -> Optional.of("null");
      case Sequence _, Mapping _ -> {
        String message = "`override` maps keys to `append` or `replace`";
        fields.report().add(FalcoCode.VALIDATE, Code.PC0908, fields.span(node), message);
        yield Optional.empty();
      }
    };
  }

  private static void operation(Fields fields, Entry entry, String operation) {
    String message = "`" + operation + "` is neither `append` nor `replace`";
    Span at = fields.span(entry.value());
    String help =
        Suggest.nearest(operation, List.of("append", "replace"))
            .map(near -> "did you mean `" + near + "`?")
            .orElse("write `append` or `replace`");
    fields.report().add(FalcoCode.YAML_VALIDATE, Code.PC0908, at, message, help);
  }

  private static void key(
      Fields fields, Entry entry, String key, boolean toAppend, Set<String> replaceable) {
    Span at = fields.span(entry.key());
    String message = "`" + key + "` can't be " + (toAppend ? "added to" : "replaced");
    String help =
        replaceable.contains(key)
            ? "write `replace`"
            : "name one of " + String.join(", ", new TreeSet<>(replaceable));
    fields.report().add(FalcoCode.YAML_VALIDATE, Code.PC0908, at, message, help);
  }
}
