package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.check.Rulebook.Item;
import io.policyc.compiler.falco.check.Rulebook.ListEntry;
import io.policyc.compiler.falco.check.Rulebook.MacroEntry;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads lists and macros.
final class PartReader {
  private final Report report;
  private final Rulebook book;

  PartReader(Report report, Rulebook book) {
    this.report = report;
    this.book = book;
  }

  /// `list: …` with `items`
  void list(Fields fields) {
    Optional<Scalar> name = fields.required("list");
    if (name.isEmpty()) {
      return;
    }
    Span at = fields.span(name.get());
    if (!Names.isList(name.get().text())) {
      String message = "`" + name.get().text() + "` can't be written in a condition as a list";
      report.add(FalcoCode.INVALID_LIST_NAME, Code.PC0907, at, message);
    }
    Optional<List<Scalar>> items = items(fields);
    Optional<Boolean> append = Appending.read(fields, Set.of("items"), "items");
    if (items.isPresent() && append.isPresent()) {
      List<Item> all = items.get().stream().map(i -> new Item(i.text(), fields.span(i))).toList();
      all.forEach(this::commas);
      define(name.get().text(), at, all, append.get());
    }
  }

  // Falco puts quotes around items with blanks, not around those with commas.
  private void commas(Item item) {
    String text = item.text();
    boolean whole = text.isEmpty() || text.indexOf(' ') >= 0 || "\"'".indexOf(text.charAt(0)) >= 0;
    if (!whole && text.indexOf(',') >= 0) {
      report.own(
          Code.PC0930
              .at(item.at(), "Falco takes `" + text + "` for several items")
              .withHelp("write them one by one, or quotes in the text: '\"" + text + "\"'"));
    }
  }

  private Optional<List<Scalar>> items(Fields fields) {
    if (fields.has("items")) {
      return fields.texts("items");
    }
    fields.wrong(fields.at(), "`items` is missing");
    return Optional.empty();
  }

  private void define(String name, Span at, List<Item> items, boolean append) {
    ListEntry before = book.lists.get(name);
    if (before == null && append) {
      missing("list", name, at, book.lists.keySet());
    } else if (before == null) {
      book.lists.put(name, new ListEntry(name, book.tick(), at, items));
    } else {
      before.items = append ? before.items : new ArrayList<>();
      before.items.addAll(items);
      before.at = append ? before.at : at;
      before.visibility = book.tick();
    }
  }

  /// `macro: …` with `condition`
  void macro(Fields fields) {
    Optional<Scalar> name = fields.required("macro");
    if (name.isEmpty()) {
      return;
    }
    Span at = fields.span(name.get());
    if (!Names.isMacro(name.get().text())) {
      String message = "`" + name.get().text() + "` can't be written in a condition as a macro";
      String help = "begin with a letter and go on with letters, digits and `_`";
      report.add(FalcoCode.INVALID_MACRO_NAME, Code.PC0907, at, message, help);
    }
    Optional<Traced> condition = fields.text(fields.required("condition"));
    Optional<Boolean> append = Appending.read(fields, Set.of("condition"), "condition");
    if (condition.isPresent() && append.isPresent()) {
      define(name.get().text(), at, condition.get(), append.get());
    }
  }

  private void define(String name, Span at, Traced condition, boolean append) {
    MacroEntry before = book.macros.get(name);
    if (before == null && append) {
      missing("macro", name, at, book.macros.keySet());
    } else if (before == null) {
      book.macros.put(name, new MacroEntry(name, book.tick(), at, condition));
    } else {
      if (append) {
        before.condition.add(condition);
      } else {
        before.condition = new Grown(condition);
      }
      before.at = append ? before.at : at;
      before.visibility = book.tick();
    }
  }

  private void missing(String kind, String name, Span at, Collection<String> known) {
    String message = "no " + kind + " `" + name + "` stands before this one, which adds to it";
    String help =
        Near.of(name, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("define it first, or load its file before this one");
    report.add(FalcoCode.VALIDATE, Code.PC0908, at, message, help);
  }
}
