package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Takes a text apart into documents, within bounds; only SnakeYAML's nodes are used.
///
/// A text over 64 Mi characters, deeper than 50 levels, with more than 1,000 aliases of collections
/// or more than 100,000 documents is refused.
final class YamlDocuments {
  /// How deep values may lie in each other.
  static final int MAX_DEPTH = 50;

  private static final int MAX_CHARS = 64 << 20;
  private static final int MAX_ALIASES = 1_000;
  private static final int MAX_DOCUMENTS = 100_000;

  private YamlDocuments() {}

  /// Hands over each document; what is no YAML or too large becomes a finding.
  static void forEach(Source source, Reading reading, Consumer<Node> each) {
    if (source.text().length() > MAX_CHARS) {
      String message = "`" + source.name() + "` has more than " + MAX_CHARS + " characters";
      reading.add(Code.PC0702.of(message));
      return;
    }
    try {
      compose(source.text(), reading, each);
    } catch (YAMLException e) {
      reading.add(notYaml(reading, e));
    }
  }

  private static void compose(String text, Reading reading, Consumer<Node> each) {
    Composer composer = composer(text);
    for (int count = 0; composer.checkNode() && !reading.exhausted(); count++) {
      Node document = composer.getNode();
      if (count == MAX_DOCUMENTS) {
        String message = "there are more than " + MAX_DOCUMENTS + " documents";
        reading.error(Code.PC0702, document, ObjectPath.ROOT, message, "split it");
        return;
      }
      each.accept(document);
    }
  }

  private static Composer composer(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    return new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
  }

  private static Finding notYaml(Reading reading, YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      String message = "this is no YAML: " + oneLine(Optional.ofNullable(marked.getProblem()));
      return Code.PC0701.at(reading.span(marked.getProblemMark()), message);
    }
    if (e instanceof ReaderException bad) {
      String message = "YAML has no place for U+%04X".formatted(bad.getCodePoint());
      return Code.PC0701.at(reading.span(bad.getPosition()), message);
    }
    // What is left are SnakeYAML's limits, which carry no mark.
    String message = oneLine(Optional.ofNullable(e.getMessage()));
    return Code.PC0702.of(message);
  }

  private static String oneLine(Optional<String> message) {
    String line = message.orElse("unreadable").lines().findFirst().orElse("unreadable").strip();
    String cut = line.length() > 200 ? line.substring(0, 200) + "…" : line;
    return cut.isEmpty() ? cut : Character.toLowerCase(cut.charAt(0)) + cut.substring(1);
  }
}
