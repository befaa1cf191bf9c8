package io.policyc.compiler.cilium;

import io.policyc.findings.Span;
import java.util.List;
import java.util.Map;

/// A YAML value as an API server sees it, with its place.
public sealed interface YamlTree {
  /// Where the value stands.
  Span at();

  /// Keys and values, in their order.
  record Mapping(Map<String, YamlTree> fields, Span at) implements YamlTree {}

  /// Items.
  record Items(List<YamlTree> items, Span at) implements YamlTree {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// A string.
  record Text(String text, Span at) implements YamlTree {}

  /// A number, as it is written.
  record Numeral(String digits, Span at) implements YamlTree {}

  /// A boolean.
  record Flag(boolean value, Span at) implements YamlTree {}

  /// Null.
  record Nothing(Span at) implements YamlTree {}
}
