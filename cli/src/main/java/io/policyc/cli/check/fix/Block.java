package io.policyc.cli.check.fix;

import io.policyc.findings.Span;
import io.policyc.manifests.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds to collections that YAML writes by indentation.
final class Block {
  private static final int USUAL_STEP = 2;

  private final Lines lines;
  private final int step;

  /// @param step how far a field stands to the right of the one that it belongs to
  Block(Lines lines, int step) {
    this.lines = lines;
    this.step = step;
  }

  /// How far an object indents its fields: as far as its first field that has fields on lines of
  /// their own.
  static int step(String text, Value.Mapping root) {
    Lines lines = new Lines(text);
    for (Value.Field field : root.fields()) {
      if (field.value() instanceof Value.Mapping map && !map.fields().isEmpty()) {
        Span first = map.fields().getFirst().at();
        int step = column(lines, first.start()) - column(lines, field.at().start());
        if (lines.isFirstOnLine(first.start()) && step > 0) {
          return step;
        }
      }
    }
    return USUAL_STEP;
  }

  private static int column(Lines lines, int at) {
    return at - lines.start(at);
  }

  /// Adds fields: behind the last one, but to a pod above its containers, where people look for
  /// them.
  Edit insert(Value.Mapping here, Map<Object, Growth> missing) throws Unfixable {
    String indent = indent(here);
    Optional<Value.Field> containers =
        here.field("containers").filter(field -> stands(here, field));
    if (containers.isPresent() && lines.isFirstOnLine(containers.get().at().start())) {
      int at = aboveComments(here, containers.get().at().start());
      return Edit.insert(at, fields(missing, indent, lines.newline(at)));
    }
    return behind(here.span().end(), fields(missing, indent, newline(here)));
  }

  private static boolean stands(Value.Mapping here, Value.Field field) {
    return field.at().start() >= here.span().start() && field.at().end() <= here.span().end();
  }

  // Comments right above a field belong to it.
  private int aboveComments(Value.Mapping here, int at) {
    int above = -1;
    for (Value.Field field : here.fields()) {
      int end = Math.max(field.at().end(), field.value().span().end());
      above = end < at ? Math.max(above, end) : above;
    }
    int line = lines.start(at);
    while (line > 0 && lines.start(line - 1) > above && lines.isComment(lines.start(line - 1))) {
      line = lines.start(line - 1);
    }
    return line;
  }

  /// Gives a name that nothing stands behind fields.
  Edit fill(Value.Mapping parent, Value.Field field, Growth growth) throws Unfixable {
    String indent = indent(parent);
    int colon = lines.text().indexOf(':', field.at().end());
    if (growth.value().isPresent()) {
      return Edit.insert(colon + 1, " " + Words.YAML.value(growth));
    }
    String deeper = indent + " ".repeat(step);
    return behind(colon + 1, fields(growth.below(), deeper, lines.newline(colon)));
  }

  /// Adds an item behind the last one.
  Edit append(Value.Sequence list, String item) throws Unfixable {
    int start = list.span().start();
    if (start >= lines.text().length() || lines.text().charAt(start) != '-') {
      throw new Unfixable("policyc does not know this layout");
    }
    String indent = " ".repeat(column(lines, start));
    Words words = new Words(list.items().getLast().span().text().startsWith("\""), false);
    return behind(list.span().end(), indent + "- " + words.string(item) + lines.newline(start));
  }

  // Whole lines behind the line on which something ends; `whole` ends with a line's end.
  private Edit behind(int end, String whole) throws Unfixable {
    if (lines.isStart(end)) {
      return Edit.insert(end, whole);
    }
    if (!lines.isRestFree(end)) {
      throw new Unfixable("policyc does not know this layout");
    }
    int at = lines.end(end);
    String newline = whole.endsWith("\r\n") ? "\r\n" : "\n";
    return Edit.insert(at, newline + whole.substring(0, whole.length() - newline.length()));
  }

  private String newline(Value.Mapping here) {
    return lines.newline(here.span().end());
  }

  private String fields(Map<Object, Growth> fields, String indent, String newline) {
    StringBuilder out = new StringBuilder();
    fields.forEach((name, growth) -> field(out, name.toString(), growth, indent, newline));
    return out.toString();
  }

  private void field(StringBuilder out, String name, Growth growth, String indent, String newline) {
    out.append(indent).append(Words.YAML.string(name)).append(':');
    if (growth.value().isPresent()) {
      out.append(' ').append(Words.YAML.value(growth)).append(newline);
      return;
    }
    out.append(newline);
    String deeper = indent + " ".repeat(step);
    growth.below().forEach((key, below) -> field(out, key.toString(), below, deeper, newline));
  }

  // Blanks as far as the first name that stands in the object's own text.
  private String indent(Value.Mapping here) throws Unfixable {
    List<Value.Field> own = here.fields().stream().filter(field -> stands(here, field)).toList();
    if (own.isEmpty()) {
      throw new Unfixable("it came by an alias or a `<<`, and stands for other places, too");
    }
    int at = own.getFirst().at().start();
    String before = lines.text().substring(lines.start(at), at);
    if (!before.chars().allMatch(c -> c == ' ' || c == '-')) {
      throw new Unfixable("policyc does not know this layout");
    }
    return " ".repeat(before.length());
  }
}
