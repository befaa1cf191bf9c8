package io.policyc.tests.peers.admission;

import io.policyc.tests.gen.Dice;
import java.util.stream.Collectors;

/// Writes documents in every style of YAML.
final class OddWriter {
  private final Dice dice;

  OddWriter(Dice dice) {
    this.dice = dice;
  }

  String text(Odd document) {
    String start = dice.one("", "", "", "---\n", "# a comment\n", "--- # next\n");
    if (dice.chance(5)) {
      return start + flow(document) + "\n";
    }
    String text = start + block(document, 0);
    return dice.chance(3) ? text.replace("\n", "\r\n") : text;
  }

  private String block(Odd value, int indent) {
    return switch (value) {
      case Odd.Word(var text) -> " ".repeat(indent) + text + "\n";
      case Odd.Fields object ->
          object.fields().stream()
              .map(f -> " ".repeat(indent) + key(f.name()) + ":" + behind(f.value(), indent))
              .collect(Collectors.joining());
      case Odd.Items(var items) ->
          items.stream().map(item -> item(item, indent)).collect(Collectors.joining());
    };
  }

  private String item(Odd item, int indent) {
    boolean inline = isInline(item) || !anchor(item).isEmpty();
    return inline
        ? " ".repeat(indent) + "- " + flow(item) + "\n"
        : " ".repeat(indent) + "- " + block(item, indent + 2).substring(indent + 2);
  }

  private String behind(Odd value, int indent) {
    if (isInline(value)) {
      return dice.one(" ", " ", "  ", "\t")
          + flow(value)
          + dice.one("", "", "", " ", " # why")
          + "\n";
    }
    String anchor = anchor(value).isEmpty() ? "" : " " + anchor(value).strip();
    boolean flush = value instanceof Odd.Items && dice.chance(50);
    return anchor + "\n" + block(value, flush ? indent : indent + 2);
  }

  private boolean isInline(Odd value) {
    return switch (value) {
      case Odd.Word _ -> true;
      case Odd.Fields object -> object.fields().isEmpty() || dice.chance(15);
      case Odd.Items(var items) -> items.isEmpty() || dice.chance(15);
    };
  }

  private static String anchor(Odd value) {
    return value instanceof Odd.Fields object && !object.anchor().isEmpty()
        ? "&" + object.anchor() + " "
        : "";
  }

  private String flow(Odd value) {
    return switch (value) {
      case Odd.Word(var text) -> text;
      case Odd.Fields object ->
          object.fields().stream()
              .map(f -> key(f.name()) + ": " + flow(f.value()))
              .collect(Collectors.joining(", ", anchor(object) + "{", dice.one("}", "}", ",}")));
      case Odd.Items(var items) ->
          items.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  private String key(String name) {
    return name.equals("<<")
        ? name
        : dice.one(name, name, name, name, "\"" + name + "\"", "'" + name + "'");
  }
}
