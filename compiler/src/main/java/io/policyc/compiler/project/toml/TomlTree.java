package io.policyc.compiler.project.toml;

import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table while it is read, with what TOML wants to know to refuse a second definition.
final class TomlTree {
  /// How a table came to be.
  enum Made {
    /// Named on the way in a header: its own header may still follow.
    IMPLIED,
    /// By its own header: a second one is a mistake.
    HEADER,
    /// By a dotted key: only dotted keys of the same table add to it.
    DOTTED,
    /// In braces: nothing adds to it.
    BRACES
  }

  /// A part of a key with its place.
  record Part(String name, Span span) {}

  private record Slot(Span key, Object value) {}

  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private Made made;
  private Span span;

  TomlTree(Made made, Span span) {
    this.made = made;
    this.span = span;
  }

  /// The table that a header names, opened.
  TomlTree header(List<Part> path, Span header) throws TomlSyntax {
    TomlTree parent = walk(path);
    Part last = path.getLast();
    Slot slot = parent.slots.get(last.name());
    if (slot == null) {
      return parent.put(last, new TomlTree(Made.HEADER, header));
    }
    if (slot.value() instanceof TomlTree table && table.made == Made.IMPLIED) {
      table.made = Made.HEADER;
      table.span = header;
      return table;
    }
    throw twice(last);
  }

  /// A new table at the end of the list that a `[[header]]` names.
  TomlTree item(List<Part> path, Span header) throws TomlSyntax {
    TomlTree parent = walk(path);
    Part last = path.getLast();
    TomlTree item = new TomlTree(Made.HEADER, header);
    Slot slot = parent.slots.get(last.name());
    if (slot == null) {
      parent.put(last, new Tables(new ArrayList<>(List.of(item))));
    } else if (slot.value() instanceof Tables tables) {
      tables.items().add(item);
    } else {
      throw twice(last);
    }
    return item;
  }

  /// Sets what a key of this table names.
  void set(List<Part> path, Object value) throws TomlSyntax {
    TomlTree table = this;
    for (Part part : path.subList(0, path.size() - 1)) {
      table = table.dotted(part);
    }
    Part last = path.getLast();
    if (table.slots.containsKey(last.name())) {
      throw twice(last);
    }
    table.put(last, value);
  }

  /// The finished table.
  TomlValue.Table value() {
    Map<String, TomlValue.Member> members = new LinkedHashMap<>();
    slots.forEach(
        (name, slot) ->
            members.put(name, new TomlValue.Member(slot.key(), value(slot.value(), slot.key()))));
    return new TomlValue.Table(members, span);
  }

  private record Tables(List<TomlTree> items) {}

  private static TomlValue value(Object slot, Span key) {
    return switch (slot) {
      case TomlTree table -> table.value();
      case Tables(var items) ->
          new TomlValue.Items(items.stream().<TomlValue>map(TomlTree::value).toList(), key);
      case TomlValue value -> value;
      default -> throw new IllegalStateException("not a value: " + slot);
    };
  }

  private TomlTree walk(List<Part> path) throws TomlSyntax {
    TomlTree table = this;
    for (Part part : path.subList(0, path.size() - 1)) {
      table = table.step(part);
    }
    return table;
  }

  private TomlTree step(Part part) throws TomlSyntax {
    Slot slot = slots.get(part.name());
    if (slot == null) {
      return put(part, new TomlTree(Made.IMPLIED, part.span()));
    }
    return switch (slot.value()) {
      case TomlTree table when table.made != Made.BRACES -> table;
      case Tables(var items) -> items.getLast();
      default -> throw twice(part);
    };
  }

  private TomlTree dotted(Part part) throws TomlSyntax {
    Slot slot = slots.get(part.name());
    if (slot == null) {
      return put(part, new TomlTree(Made.DOTTED, part.span()));
    }
    if (slot.value() instanceof TomlTree table && table.made == Made.DOTTED) {
      return table;
    }
    throw twice(part);
  }

  private <T> T put(Part part, T value) {
    slots.put(part.name(), new Slot(part.span(), value));
    return value;
  }

  private static TomlSyntax twice(Part part) {
    return new TomlSyntax(part.span(), "`" + part.name() + "` is defined twice");
  }
}
