package io.policyc.compiler.yaml;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Block style YAML: two blanks a level, items of a list one level below their key.
///
/// A key of an empty mapping or list can't be written here: whoever calls says `{}` or `[]`.
public final class YamlOut {
  private final StringBuilder out;
  private int level;
  private boolean afterDash;

  /// Writes to the end of a text.
  public YamlOut(StringBuilder out) {
    this.out = out;
  }

  /// Lines of comment at this level.
  public YamlOut comments(List<String> lines) {
    for (String line : lines) {
      indent();
      out.append("# ");
      YamlScalar.comment(out, line);
      out.append('\n');
    }
    return this;
  }

  /// A key whose mapping or list follows one level below.
  public YamlOut open(String key) {
    key(key);
    out.append('\n');
    level++;
    return this;
  }

  /// Ends what [#open] or [#item] began.
  public YamlOut close() {
    level--;
    return this;
  }

  /// A list item whose mapping follows; its first key stands behind the dash.
  public YamlOut item() {
    indent();
    out.append("- ");
    afterDash = true;
    level++;
    return this;
  }

  /// A list item that is a string.
  public YamlOut item(String text) {
    indent();
    out.append("- ");
    YamlScalar.append(out, text);
    out.append('\n');
    return this;
  }

  /// A list item that is `{}`.
  public YamlOut emptyItem() {
    indent();
    out.append("- {}\n");
    return this;
  }

  /// A key with a string.
  public YamlOut field(String key, String text) {
    key(key);
    out.append(' ');
    YamlScalar.append(out, text);
    out.append('\n');
    return this;
  }

  /// A key with a string that looks like a number or could.
  public YamlOut quoted(String key, String text) {
    key(key);
    out.append(' ');
    YamlScalar.quote(out, text);
    out.append('\n');
    return this;
  }

  /// A key with what isn't a string: a number, a boolean, `{}` or `[]`.
  public YamlOut literal(String key, String literal) {
    key(key);
    out.append(' ').append(literal).append('\n');
    return this;
  }

  /// A key with a string, if there is one.
  public YamlOut field(String key, Optional<String> text) {
    return text.isPresent() ? field(key, text.get()) : this;
  }

  /// A key with a list of strings, unless it is empty.
  public YamlOut strings(String key, List<String> texts) {
    return texts.isEmpty() ? this : stringsOrEmpty(key, texts);
  }

  /// A key with a list of strings, `[]` when it is empty.
  public YamlOut stringsOrEmpty(String key, List<String> texts) {
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
  public YamlOut map(String key, SortedMap<String, String> map) {
    if (map.isEmpty()) {
      return this;
    }
    open(key);
    map.forEach(this::field);
    return close();
  }

  /// A key with a text of many lines, each as it is; it ends in a line end and begins with no
  /// blank.
  public YamlOut block(String key, String text) {
    key(key);
    out.append(" |\n");
    level++;
    nested(text);
    level--;
    return this;
  }

  /// Lines that are YAML already, at this level.
  public YamlOut nested(String yaml) {
    for (String line : yaml.lines().toList()) {
      if (!line.isEmpty()) {
        indent();
      }
      out.append(line).append('\n');
    }
    return this;
  }

  /// A key with a list of strings on one line, unless it is empty.
  public YamlOut flow(String key, List<String> texts) {
    if (texts.isEmpty()) {
      return this;
    }
    key(key);
    String between = " [";
    for (String text : texts) {
      out.append(between);
      YamlScalar.append(out, text);
      between = ", ";
    }
    out.append("]\n");
    return this;
  }

  /// A key with a long text, in lines that are read as one with blanks between them.
  ///
  /// @param lines none blank, and without blanks at their ends
  public YamlOut folded(String key, List<String> lines) {
    if (!lines.stream().allMatch(YamlScalar::isPrintable)) {
      return field(key, String.join(" ", lines));
    }
    key(key);
    out.append(" >-\n");
    level++;
    for (String line : lines) {
      indent();
      out.append(line).append('\n');
    }
    level--;
    return this;
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
