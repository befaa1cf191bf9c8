package io.policyc.compiler.falco.yaml;

import java.util.List;

/// A value of a YAML text. An alias is the very value that its anchor names.
public sealed interface YamlNode {
  /// The offset where it begins.
  int at();

  /// Text; numbers and booleans are text, too, until somebody asks.
  final class Scalar implements YamlNode {
    private final String text;
    private final int at;
    private final int end;
    private final int first;
    private final int[] offsets;

    /// @param first the offset of the first character, where each stands behind the other
    /// @param offsets the offset of each character; empty where they stand behind each other
    Scalar(String text, int at, int end, int first, int[] offsets) {
      this.text = text;
      this.at = at;
      this.end = end;
      this.first = first;
      this.offsets = offsets;
    }

    /// A text that is all of its source.
    public static Scalar whole(String text) {
      return new Scalar(text, 0, text.length(), 0, new int[0]);
    }

    @Override
    public int at() {
      return at;
    }

    /// The offset behind it.
    public int end() {
      return end;
    }

    /// Without quotes, folded, its escapes replaced.
    public String text() {
      return text;
    }

    /// Where a character of the text stands; one behind the last is the end.
    public int offset(int index) {
      if (index >= text.length()) {
        return text.isEmpty() ? first : offset(text.length() - 1) + 1;
      }
      return offsets.length == 0 ? first + index : offsets[index];
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// Nothing, `~` or `null`.
  record Nothing(int at) implements YamlNode {
    /// Whether a text without quotes means nothing.
    static boolean isWrittenAs(String text) {
      return switch (text) {
        case "", "~", "null", "Null", "NULL" -> true;
        default -> false;
      };
    }
  }

  /// Items. The list grows while it is read, since an item may hold an alias of the whole.
  final class Sequence implements YamlNode {
    private final int at;
    private final List<YamlNode> items = new java.util.ArrayList<>();

    Sequence(int at) {
      this.at = at;
    }

    @Override
    public int at() {
      return at;
    }

    /// The items.
    public List<YamlNode> items() {
      return java.util.Collections.unmodifiableList(items);
    }

    void add(YamlNode item) {
      items.add(item);
    }
  }

  /// Keys and values, twice the same key included.
  final class Mapping implements YamlNode {
    private final int at;
    private final List<Entry> entries = new java.util.ArrayList<>();

    Mapping(int at) {
      this.at = at;
    }

    @Override
    public int at() {
      return at;
    }

    /// The entries as they stand.
    public List<Entry> entries() {
      return java.util.Collections.unmodifiableList(entries);
    }

    void add(YamlNode key, YamlNode value) {
      entries.add(new Entry(key, value));
    }
  }

  /// A key and its value.
  record Entry(YamlNode key, YamlNode value) {}
}
