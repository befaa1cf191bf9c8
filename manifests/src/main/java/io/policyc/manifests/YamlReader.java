package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/// One YAML document as an API server reads it. SnakeYAML finds the words, and nothing more.
final class YamlReader {
  private final Source source;
  private final int base;
  private final String text;
  private final Points points;
  private final YamlBuilder builder;

  private YamlReader(Source source, int start, int end, YamlBuilder builder) {
    this.source = source;
    this.base = start;
    this.text = source.text().substring(start, end);
    this.points = Points.of(text);
    this.builder = builder;
  }

  /// The document between two offsets; empty where there is nothing but comments.
  ///
  /// @param bounds of the whole text
  /// @param findings takes what is found in a document that is read
  /// @throws Refusal for a document that an API server does not read
  static Optional<Value> read(
      Source source, int start, int end, Bounds bounds, List<Finding> findings) {
    int from = start;
    while (source.text().startsWith("\uFEFF", from) && from < end) {
      from++;
    }
    YamlReader reader = new YamlReader(source, from, end, new YamlBuilder(bounds, findings));
    try {
      return reader.document();
    } catch (ReaderException e) {
      throw reader.broken(
          Math.max(0, e.getPosition()),
          "the character U+" + String.format("%04X", e.getCodePoint()) + " may not stand in YAML");
    } catch (MarkedYAMLException e) {
      int at = e.getProblemMark() == null ? 0 : e.getProblemMark().getIndex();
      throw reader.broken(at, "this is no YAML: " + problem(e));
    } catch (YAMLException e) {
      throw reader.broken(0, "this is no YAML: " + e.getMessage());
    }
  }

  private static String problem(MarkedYAMLException e) {
    String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem();
    return e.getContext() == null ? problem : problem + " " + e.getContext();
  }

  private Refusal broken(int point, String message) {
    int at = base + Math.min(points.offset(point), text.length());
    return new Refusal(ManifestCode.PC1003.at(new Span(source, at, at), message));
  }

  private Optional<Value> document() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    WholeReader characters = new WholeReader(Blanks.forTabs(text));
    ParserImpl parser = new ParserImpl(new NextToken(new ScannerImpl(characters, options)));
    next(parser);
    if (next(parser).is(Event.ID.StreamEnd)) {
      refuseDirective();
      return Optional.empty();
    }
    Event event = next(parser);
    while (!event.is(Event.ID.DocumentEnd)) {
      add(event);
      event = next(parser);
    }
    int end = points.offset(event.getEndMark().getIndex());
    if (text.startsWith("%", end) && !text.startsWith("...", Math.max(0, end - 4))) {
      throw broken(points.point(end), "a directive must not stand here");
    }
    builder.end(text, base, end, source);
    return Optional.of(builder.root());
  }

  private Event next(ParserImpl parser) {
    try {
      return parser.getEvent();
    } catch (NumberFormatException e) {
      // SnakeYAML asks for the number of no digits where a text ends behind the `u` of an escape.
      throw broken(points.point(text.length()), "the text ends within an escape");
    }
  }

  // kubectl cuts a directive from the document that it is for, and an API server refuses it alone.
  private void refuseDirective() {
    int at = text.startsWith("%") ? 0 : text.indexOf("\n%") + 1;
    if (text.startsWith("%", at)) {
      throw broken(points.point(at), "a directive must not stand here");
    }
  }

  private void add(Event event) {
    Span span = span(event);
    switch (event) {
      case ScalarEvent scalar -> builder.scalar(scalar, escapes(scalar, span));
      case AliasEvent alias -> builder.alias(alias.getAnchor(), span);
      case MappingStartEvent map -> builder.open(true, anchor(map), span);
      case SequenceStartEvent list -> builder.open(false, anchor(list), span);
      default -> builder.close(span);
    }
  }

  static Optional<String> anchor(NodeEvent event) {
    return Optional.ofNullable(event.getAnchor());
  }

  // An escape for half a character: SnakeYAML takes it, the API server does not.
  private Span escapes(ScalarEvent scalar, Span span) {
    String raw = span.text();
    if (scalar.getScalarStyle() != DumperOptions.ScalarStyle.DOUBLE_QUOTED) {
      return span;
    }
    // An anchor or a tag may stand before the quote.
    for (int at = raw.indexOf('\\', raw.indexOf('"')); at >= 0; at = raw.indexOf('\\', at + 2)) {
      if (isSurrogate(raw, at + 1)) {
        throw broken(
            points.point(span.start() - base + at), "an escape stands for half a character");
      }
    }
    return span;
  }

  private static boolean isSurrogate(String raw, int at) {
    int digits = raw.startsWith("U0000", at) ? at + 5 : raw.startsWith("u", at) ? at + 1 : -1;
    return digits > 0
        && digits + 1 < raw.length()
        && (raw.charAt(digits) == 'd' || raw.charAt(digits) == 'D')
        && Character.digit(raw.charAt(digits + 1), 16) >= 8;
  }

  private Span span(Event event) {
    int start = points.offset(event.getStartMark().getIndex());
    int end = points.offset(event.getEndMark().getIndex());
    return new Span(source, base + start, base + Math.max(start, end));
  }
}
