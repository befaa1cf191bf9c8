package io.policyc.tests.fix;

import io.policyc.tests.gen.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes objects in one of the many ways that YAML and JSON have.
final class GenLayout {
  private final Dice dice;
  private final int step;
  private final int listStep;
  private final boolean quoted;
  private final List<String> anchors = new ArrayList<>();
  private int comments;

  GenLayout(Dice dice) {
    this.dice = dice;
    this.step = dice.between(2, 4);
    this.listStep = dice.chance(50) ? 0 : step;
    this.quoted = dice.chance(15);
  }

  /// One or several documents, or a `List`.
  String text(List<Map<String, Object>> objects) {
    String text =
        switch (dice.between(0, 5)) {
          case 0 -> json(objects);
          case 1 -> list(objects);
          default -> documents(objects);
        };
    text = dice.chance(20) ? text.stripTrailing() : text;
    return dice.chance(20) ? text.replace("\n", "\r\n") : text;
  }

  private String documents(List<Map<String, Object>> objects) {
    StringBuilder out = new StringBuilder();
    for (Map<String, Object> object : objects) {
      anchors.clear();
      out.append(out.isEmpty() ? "" : "---\n");
      comment(out, 0);
      block(out, object, 0);
    }
    return out.toString();
  }

  private String list(List<Map<String, Object>> objects) {
    StringBuilder out = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
    items(out, List.copyOf(objects), 0);
    return out.toString();
  }

  private String json(List<Map<String, Object>> objects) {
    StringBuilder out = new StringBuilder();
    String indent = dice.one("", "  ", "\t");
    for (Map<String, Object> object : objects) {
      out.append(new Json(indent, dice.chance(50)).of(object, "")).append('\n');
    }
    return out.toString();
  }

  private void comment(StringBuilder out, int indent) {
    if (dice.chance(10)) {
      out.repeat(' ', indent).append("# comment ").append(comments++).append('\n');
    }
    if (dice.chance(4)) {
      out.append('\n');
    }
  }

  private void block(StringBuilder out, Map<?, ?> map, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> field : map.entrySet()) {
      // Behind the dash of an item there is no room for a comment.
      if (!first || out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
        comment(out, indent);
        out.repeat(' ', indent);
      }
      first = false;
      out.append(name(field.getKey().toString())).append(':');
      if (!shared(out, field, indent)) {
        value(out, field.getValue(), indent);
      }
    }
  }

  // Some contexts are written once and named elsewhere, whole or as the beginning of another one.
  private boolean shared(StringBuilder out, Map.Entry<?, ?> field, int indent) {
    if (!field.getKey().equals("securityContext") || !(field.getValue() instanceof Map<?, ?> map)) {
      return false;
    }
    if (!anchors.isEmpty() && dice.chance(20)) {
      end(out.append(" *").append(dice.pick(anchors)));
      return true;
    }
    if (map.isEmpty() || !dice.chance(30)) {
      return false;
    }
    String merged = anchors.isEmpty() || dice.chance(60) ? "" : dice.pick(anchors);
    String anchor = "s" + anchors.size();
    end(out.append(" &").append(anchor));
    if (!merged.isEmpty()) {
      out.repeat(' ', indent + step).append("<<: *").append(merged).append('\n');
    }
    block(out, map, indent + step);
    anchors.add(anchor);
    return true;
  }

  private String name(String name) {
    return quoted ? "\"" + name + "\"" : name;
  }

  private void value(StringBuilder out, Object value, int indent) {
    switch (value) {
      case GenObject.Nothing _ -> end(out.append(dice.one("", " null", " ~")));
      case GenObject.Lines(var text) -> longText(out, text, indent);
      case Map<?, ?> map when map.isEmpty() -> end(out.append(" {}"));
      case List<?> list when list.isEmpty() -> end(out.append(" []"));
      case Map<?, ?> _, List<?> _ when dice.chance(12) -> end(out.append(' ').append(flow(value)));
      case Map<?, ?> map -> {
        anchor(out);
        end(out);
        block(out, map, indent + step);
      }
      case List<?> list -> {
        end(out);
        items(out, list, indent + listStep);
      }
      default -> end(out.append(' ').append(scalar(value)));
    }
  }

  // One that nothing refers to.
  private void anchor(StringBuilder out) {
    out.append(dice.chance(2) ? " &unused" : "");
  }

  private void end(StringBuilder out) {
    if (dice.chance(8)) {
      out.append("  # behind ").append(comments++);
    }
    out.append('\n');
  }

  private void longText(StringBuilder out, String text, int indent) {
    out.append(' ').append(dice.one("|", "|+", "|-", ">")).append('\n');
    for (String line : text.split("\n", -1)) {
      out.append(line.isEmpty() ? "" : " ".repeat(indent + step) + line).append('\n');
    }
  }

  private void items(StringBuilder out, List<?> list, int indent) {
    for (Object item : list) {
      comment(out, indent);
      out.repeat(' ', indent).append("- ");
      if (item instanceof Map<?, ?> map && !map.isEmpty()) {
        block(out, map, indent + 2);
      } else {
        end(out.append(item instanceof Map ? "{}" : scalar(item)));
      }
    }
  }

  private String flow(Object value) {
    return switch (value) {
      case GenObject.Nothing _ -> dice.one("null", "~");
      case GenObject.Lines(var text) -> "\"" + text.replace("\n", "\\n") + "\"";
      case Map<?, ?> map -> {
        List<String> fields = new ArrayList<>();
        map.forEach((name, one) -> fields.add(name(name.toString()) + ": " + flow(one)));
        yield "{" + String.join(", ", fields) + (!map.isEmpty() && dice.chance(10) ? ", }" : "}");
      }
      case List<?> list -> "[" + String.join(", ", list.stream().map(this::flow).toList()) + "]";
      default -> scalar(value);
    };
  }

  private String scalar(Object value) {
    return value instanceof String text
        ? dice.chance(20) || !text.matches("[A-Za-z][A-Za-z_0-9]+") || text.equals("on")
            ? "\"" + text + "\""
            : text
        : value.toString();
  }

  /// JSON of one indentation; an empty one is all on one line.
  private record Json(String indent, boolean spaced) {
    String of(Object value, String before) {
      return switch (value) {
        case GenObject.Nothing _ -> "null";
        case GenObject.Lines(var text) -> "\"" + text.replace("\n", "\\n") + "\"";
        case Map<?, ?> map -> {
          List<String> fields = new ArrayList<>();
          map.forEach(
              (name, one) -> fields.add("\"" + name + "\":" + blank() + of(one, before + indent)));
          yield around("{", fields, "}", before);
        }
        case List<?> list ->
            around("[", list.stream().map(one -> of(one, before + indent)).toList(), "]", before);
        case String text -> "\"" + text + "\"";
        default -> value.toString();
      };
    }

    private String blank() {
      return spaced ? " " : "";
    }

    private String around(String open, List<String> parts, String close, String before) {
      if (indent.isEmpty() || parts.isEmpty()) {
        return open + String.join("," + blank(), parts) + close;
      }
      String line = "\n" + before;
      return open + line + indent + String.join("," + line + indent, parts) + line + close;
    }
  }
}
