package io.policyc.compiler.falco.yaml;

import io.policyc.compiler.falco.yaml.Token.Kind;
import io.policyc.compiler.falco.yaml.YamlNode.Mapping;
import io.policyc.compiler.falco.yaml.YamlNode.Nothing;
import io.policyc.compiler.falco.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Reads the documents of a text.
///
/// Source: yaml-cpp, src/parser.cpp and src/singledocparser.cpp.
public final class YamlReader {
  /// How deep values may lie in each other.
  static final int MAX_DEPTH = 500;

  private final Scanner in;
  private final Directives directives = new Directives();
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private int depth;
  private boolean flowSequence;

  private YamlReader(String text) {
    in = new Scanner(text);
  }

  /// The documents of a text, or the first thing that is no YAML.
  public static Result read(String text) {
    YamlReader reader = new YamlReader(text);
    try {
      return reader.documents();
    } catch (YamlSyntax e) {
      return new NotYaml(e.at(), e.reason());
    }
  }

  /// What came of a text.
  public sealed interface Result {}

  /// Documents.
  ///
  /// @param unread where the text begins that stands behind an empty document: nobody reads it
  public record Documents(List<YamlNode> documents, OptionalInt unread) implements Result {
    public Documents {
      documents = List.copyOf(documents);
    }
  }

  /// No YAML.
  ///
  /// @param at the offset of what is wrong
  public record NotYaml(int at, String message) implements Result {}

  // An empty document ends everything, so that what can begin no document doesn't do so forever.
  private Documents documents() throws YamlSyntax {
    List<YamlNode> documents = new ArrayList<>();
    directives.read(in);
    while (!in.empty()) {
      YamlNode document = document();
      if (document instanceof Nothing) {
        boolean more = !in.empty();
        return new Documents(documents, more ? OptionalInt.of(here()) : OptionalInt.empty());
      }
      documents.add(document);
      directives.read(in);
    }
    return new Documents(documents, OptionalInt.empty());
  }

  private YamlNode document() throws YamlSyntax {
    anchors.clear();
    flowSequence = false;
    if (in.sees(Kind.DOCUMENT_START)) {
      in.next();
    }
    YamlNode node = node();
    while (in.sees(Kind.DOCUMENT_END)) {
      in.next();
    }
    return node;
  }

  private YamlNode node() throws YamlSyntax {
    if (++depth > MAX_DEPTH) {
      throw new YamlSyntax(in.at(), "values lie deeper in each other than " + MAX_DEPTH);
    }
    YamlNode node = in.empty() ? new Nothing(in.at()) : value();
    depth--;
    return node;
  }

  private YamlNode value() throws YamlSyntax {
    if (in.sees(Kind.ALIAS)) {
      return alias(in.next());
    }
    int at = in.peek().at;
    Properties properties = Properties.read(in);
    YamlNode node = content(at, properties);
    properties.anchor().ifPresent(name -> anchors.put(name, node));
    fill(node);
    return node;
  }

  private YamlNode alias(Token token) throws YamlSyntax {
    YamlNode node = anchors.get(token.value);
    if (node == null) {
      throw new YamlSyntax(token.at, "`*" + token.value + "` names no value before it");
    }
    return node;
  }

  // A list or mapping is empty here: an alias inside it may name it.
  private YamlNode content(int at, Properties properties) throws YamlSyntax {
    if (in.empty()) {
      return new Nothing(at);
    }
    Token token = in.peek();
    return switch (token.kind) {
      case PLAIN_SCALAR, QUOTED_SCALAR -> {
        boolean plain = token.kind == Kind.PLAIN_SCALAR && !properties.tagged();
        yield plain && Nothing.isWrittenAs(token.value) ? nothing(at) : scalar(at);
      }
      case FLOW_SEQUENCE_START, BLOCK_SEQUENCE_START -> new Sequence(at);
      case FLOW_MAPPING_START, BLOCK_MAPPING_START -> new Mapping(at);
      case VALUE -> properties.none() ? new Mapping(at) : properties.nothing(at);
      case KEY -> flowSequence ? new Mapping(at) : properties.nothing(at);
      default -> properties.nothing(at);
    };
  }

  private YamlNode nothing(int at) throws YamlSyntax {
    in.next();
    return new Nothing(at);
  }

  private YamlNode scalar(int at) throws YamlSyntax {
    YamlNode.Scalar scalar = in.next().scalar;
    return scalar == null ? new Nothing(at) : scalar;
  }

  private void fill(YamlNode node) throws YamlSyntax {
    boolean outer = flowSequence;
    switch (node) {
      case Sequence sequence -> {
        boolean flow = in.next().kind == Kind.FLOW_SEQUENCE_START;
        flowSequence = flow;
        if (flow) {
          flowItems(sequence);
        } else {
          blockItems(sequence);
        }
      }
      case Mapping mapping -> {
        flowSequence = false;
        entries(mapping);
      }
      default -> {}
    }
    flowSequence = outer;
  }

  private void blockItems(Sequence sequence) throws YamlSyntax {
    while (true) {
      boolean end = in.sees(Kind.BLOCK_SEQUENCE_END);
      if (!end && !in.sees(Kind.BLOCK_ENTRY)) {
        throw new YamlSyntax(here(), "the list ends here, but what follows isn't indented like it");
      }
      in.next();
      if (end) {
        return;
      }
      boolean none = in.sees(Kind.BLOCK_ENTRY) || in.sees(Kind.BLOCK_SEQUENCE_END);
      sequence.add(none ? new Nothing(here()) : node());
    }
  }

  private void flowItems(Sequence sequence) throws YamlSyntax {
    while (!in.sees(Kind.FLOW_SEQUENCE_END)) {
      if (in.empty()) {
        throw new YamlSyntax(in.at(), "a `]` is missing");
      }
      sequence.add(node());
      if (in.sees(Kind.FLOW_ENTRY)) {
        in.next();
      } else if (!in.sees(Kind.FLOW_SEQUENCE_END)) {
        throw new YamlSyntax(here(), "a `,` or `]` is missing");
      }
    }
    in.next();
  }

  private void entries(Mapping mapping) throws YamlSyntax {
    switch (in.peek().kind) {
      case BLOCK_MAPPING_START -> {
        in.next();
        blockEntries(mapping);
      }
      case FLOW_MAPPING_START -> {
        in.next();
        flowEntries(mapping);
      }
      default -> entry(mapping);
    }
  }

  private void blockEntries(Mapping mapping) throws YamlSyntax {
    while (!in.sees(Kind.BLOCK_MAPPING_END)) {
      if (!in.sees(Kind.KEY) && !in.sees(Kind.VALUE)) {
        throw new YamlSyntax(here(), "a key must stand here");
      }
      entry(mapping);
    }
    in.next();
  }

  private void flowEntries(Mapping mapping) throws YamlSyntax {
    while (!in.sees(Kind.FLOW_MAPPING_END)) {
      if (in.empty()) {
        throw new YamlSyntax(in.at(), "a `}` is missing");
      }
      entry(mapping);
      if (in.sees(Kind.FLOW_ENTRY)) {
        in.next();
      } else if (!in.sees(Kind.FLOW_MAPPING_END)) {
        throw new YamlSyntax(here(), "a `,` or `}` is missing");
      }
    }
    in.next();
  }

  private void entry(Mapping mapping) throws YamlSyntax {
    YamlNode key = in.sees(Kind.KEY) ? after() : new Nothing(here());
    YamlNode value = in.sees(Kind.VALUE) ? after() : new Nothing(here());
    mapping.add(key, value);
  }

  private YamlNode after() throws YamlSyntax {
    in.next();
    return node();
  }

  private int here() throws YamlSyntax {
    return in.empty() ? in.at() : in.peek().at;
  }
}
