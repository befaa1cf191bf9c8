package io.policyc.compiler.falco.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.compiler.falco.yaml.YamlNode.Entry;
import io.policyc.compiler.falco.yaml.YamlNode.Mapping;
import io.policyc.compiler.falco.yaml.YamlNode.Nothing;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.compiler.falco.yaml.YamlNode.Sequence;
import io.policyc.compiler.falco.yaml.YamlReader;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;

/// Reads a file's documents into the rulebook, item by item.
final class DocumentReader {
  /// Larger than any rules file; Falco has no limit.
  private static final int MAX_CHARS = 64 << 20;

  private final Source source;
  private final Report report;
  private final ItemReader items;

  DocumentReader(Source source, Report report, Rulebook book, Plugins plugins) {
    this.source = source;
    this.report = report;
    this.items = new ItemReader(source, report, book, plugins);
  }

  void read() {
    if (source.text().length() > MAX_CHARS) {
      report.own(Code.PC0901.of("`" + source.name() + "` has more than 64 Mi characters"));
      return;
    }
    switch (YamlReader.read(source.text())) {
      case YamlReader.NotYaml(var at, var message) ->
          report.add(FalcoCode.YAML_PARSE, Code.PC0900, place(at), message);
      case YamlReader.Documents(var documents, var unread) -> {
        unread.ifPresent(this::unread);
        documents(documents);
      }
    }
  }

  private void unread(int at) {
    report.own(
        Code.PC0903
            .at(place(at), "Falco reads nothing from here: the document before is empty")
            .withHelp("leave out the empty document, or what makes it one"));
  }

  // Falco looks at all documents by its schema before it reads the first one.
  private void documents(List<YamlNode> documents) {
    for (YamlNode document : documents) {
      shape(document);
    }
    for (YamlNode document : documents) {
      document(document);
    }
  }

  private void shape(YamlNode document) {
    if (document instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Mapping mapping) {
          keys(mapping);
        }
      }
    }
  }

  private void keys(Mapping mapping) {
    for (Entry entry : mapping.entries()) {
      boolean text = entry.key() instanceof Scalar || entry.key() instanceof Nothing;
      if (!text) {
        Span at = place(entry.key().at());
        report.add(FalcoCode.YAML_PARSE, Code.PC0900, at, "a key must be a text");
      }
      boolean empty = entry.value() instanceof Sequence list && list.items().isEmpty();
      if (empty && entry.key() instanceof Scalar key && key.text().equals("override")) {
        Span at = place(key.at());
        report.add(FalcoCode.FATAL, Code.PC0940, at, "an empty list as `override` ends Falco");
      }
    }
  }

  private void document(YamlNode document) {
    switch (document) {
      case Nothing _ -> {}
      case Sequence list -> {
        for (YamlNode item : list.items()) {
          if (!report.exhausted()) {
            items.read(item);
          }
        }
      }
      case Scalar _, Mapping _ -> {
        Span at = place(document.at());
        String message = "rules are a list of items that begin with `- `";
        report.add(FalcoCode.YAML_VALIDATE, Code.PC0900, at, message);
      }
    }
  }

  private Span place(int at) {
    int start = Math.min(at, source.text().length());
    return new Span(source, start, Math.min(start + 1, source.text().length()));
  }
}
