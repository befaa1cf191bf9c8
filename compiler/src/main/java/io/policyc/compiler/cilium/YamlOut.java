package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Block style YAML: two blanks a level, items of a list one level below their key.
///
/// A key of an empty mapping or list can't be written here: whoever calls says `{}` or `[]`.
final class YamlOut {
  private final StringBuilder out;
  private int level;
  private boolean afterDash;

  YamlOut(StringBuilder out) {
    this.out = out;
  }

  /// Lines of comment at this level.
  YamlOut comments(Comments comments) {
    for (String line : comments.lines()) {
      indent();
      out.append("# ");
      YamlScalar.comment(out, line);
      out.append('\n');
    }
    return this;
  }

  /// A key whose mapping or list follows one level below.
  YamlOut open(String key) {
    key(key);
    out.append('\n');
    level++;
    return this;
  }

  /// Ends what [#open] or [#item] began.
  YamlOut close() {
    level--;
    return this;
  }

  /// A list item whose mapping follows; its first key stands behind the dash.
  YamlOut item() {
    indent();
    out.append("- ");
    afterDash = true;
    level++;
    return this;
  }

  /// A list item that is a string.
  YamlOut item(String text) {
    indent();
    out.append("- ");
    YamlScalar.append(out, text);
    out.append('\n');
    return this;
  }

  /// A list item that is `{}`.
  YamlOut emptyItem() {
    indent();
    out.append("- {}\n");
    return this;
  }

  /// A key with a string.
  YamlOut field(String key, String text) {
    key(key);
    out.append(' ');
    YamlScalar.append(out, text);
    out.append('\n');
    return this;
  }

  /// A key with a string that looks like a number or could.
  YamlOut quoted(String key, String text) {
    key(key);
    out.append(' ');
    YamlScalar.quote(out, text);
    out.append('\n');
    return this;
  }

  /// A key with what isn't a string: a number, a boolean, `{}` or `[]`.
  YamlOut literal(String key, String literal) {
    key(key);
    out.append(' ').append(literal).append('\n');
    return this;
  }

  /// A key with a string, if there is one.
  YamlOut field(String key, Optional<String> text) {
    return text.isPresent() ? field(key, text.get()) : this;
  }

  /// A key with a list of strings, unless it is empty.
  YamlOut strings(String key, List<String> texts) {
    return texts.isEmpty() ? this : stringsOrEmpty(key, texts);
  }

  /// A key with a list of strings, `[]` when it is empty.
  YamlOut stringsOrEmpty(String key, List<String> texts) {
    if (texts.isEmpty()) {
      return literal(key, "[]");
    }
    open(key);
    for (String text : texts) {
      item(text);
    }
    return close();
  }

  /// A key with a mapping of strings, unless it is empty.
  YamlOut map(String key, SortedMap<String, String> map) {
    if (map.isEmpty()) {
      return this;
    }
    open(key);
    map.forEach(this::field);
    return close();
  }

  private void key(String key) {
    indent();
    YamlScalar.append(out, key);
    out.append(':');
  }

  private void indent() {
    if (afterDash) {
      afterDash = false;
      return;
    }
    for (int i = level; i > 0; i--) {
      out.append("  ");
    }
  }
}
