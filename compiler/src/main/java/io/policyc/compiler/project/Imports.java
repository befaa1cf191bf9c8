package io.policyc.compiler.project;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.project.SourceReader.Found;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads files and follows their imports, each file once.
final class Imports {
  // A chain of imports that a person can follow is far shorter.
  private static final int MAX_DEPTH = 32;

  private final SourceReader reader;
  private final Function<Source, Checked<PolicyFile>> parser;
  private final List<Finding> findings;
  private final Texts texts;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Node> named = new ArrayList<>();
  private final List<Step> open = new ArrayList<>();

  Imports(
      SourceReader reader, Function<Source, Checked<PolicyFile>> parser, List<Finding> findings) {
    this.reader = reader;
    this.parser = parser;
    this.findings = findings;
    this.texts = new Texts(reader, Texts.MAX_FILE);
  }

  /// A file with what it imports.
  ///
  /// @param missing the imports that brought nothing, which was reported
  private record Node(
      String id, PolicyFile file, List<Edge> imports, Set<Statement.Import> missing) {
    Node(String id, PolicyFile file) {
      this(id, file, new ArrayList<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /// The file, with nothing said of what the missing imports would have declared.
    PolicyFile known() {
      if (missing.isEmpty()) {
        return file;
      }
      List<Statement> statements = new ArrayList<>();
      for (Statement statement : file.statements()) {
        boolean gone = statement instanceof Statement.Import found && missing.contains(found);
        statements.add(gone ? new Statement.Broken(statement.span()) : statement);
      }
      return new PolicyFile(file.source(), statements, file.comments(), file.doubts());
    }
  }

  private record Edge(boolean foreign, Node target) {}

  /// A file whose imports are being followed, and the import that is followed just now.
  private record Step(Node node, Statement.Import through) {}

  /// Takes in a text that an argument names, with what it imports.
  void take(Texts.Text text) {
    named.add(load(text));
  }

  /// Every file that was taken in, by name.
  Project project() {
    Map<String, Node> own = own();
    return new Project(
        nodes.values().stream()
            .sorted(Comparator.comparing(node -> node.file().source().place()))
            .map(node -> new Project.Member(node.known(), !own.containsKey(node.id())))
            .toList());
  }

  // A file is our own when some way to it passes no `foreign import`.
  private Map<String, Node> own() {
    Map<String, Node> own = new LinkedHashMap<>();
    Deque<Node> next = new ArrayDeque<>(named);
    while (!next.isEmpty()) {
      Node node = next.pop();
      if (own.putIfAbsent(node.id(), node) == null) {
        node.imports().stream().filter(e -> !e.foreign()).forEach(e -> next.push(e.target()));
      }
    }
    return own;
  }

  private Node load(Texts.Text text) {
    Node known = nodes.get(text.id());
    if (known != null) {
      return known;
    }
    Checked<PolicyFile> parsed = parser.apply(text.source());
    findings.addAll(parsed.findings());
    Node node = new Node(text.id(), parsed.value());
    nodes.put(text.id(), node);
    for (Statement statement : parsed.value().statements()) {
      if (statement instanceof Statement.Import found) {
        open.add(new Step(node, found));
        if (!follow(node, found)) {
          node.missing().add(found);
        }
        open.removeLast();
      }
    }
    return node;
  }

  // False where nothing was found, which was reported.
  private boolean follow(Node node, Statement.Import statement) {
    Word path = statement.path();
    Reading reading = new Reading(Optional.of(path.span()), findings);
    if (!mayImport(path.text(), reading)) {
      return false;
    }
    String name = PathName.relativeTo(node.file().source().name(), path.text());
    if (open.size() > MAX_DEPTH) {
      reading.add(
          Code.PC0062,
          "imports lie more than " + MAX_DEPTH + " deep",
          "name `" + name + "` as an argument, or import it from a file nearer to the first one");
      return false;
    }
    Optional<Texts.Text> text = imported(name, reading);
    text.ifPresent(found -> edge(node, statement, found));
    return text.isPresent();
  }

  private static boolean mayImport(String path, Reading reading) {
    if (path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json")) {
      reading.add(
          Code.PC0063,
          "importing policies that exist comes with a later version",
          "write what `" + path + "` permits as sentences of this file");
      return false;
    }
    if (path.isBlank() || path.startsWith("/") || path.indexOf('\\') >= 0) {
      reading.add(
          Code.PC0065,
          "`" + path + "` is no name to import",
          "write it relative to this file, with `/` between folders");
      return false;
    }
    if (!path.endsWith(".policy")) {
      // Findings show lines of what they are about: an import must not show what is no policy.
      reading.add(
          Code.PC0065, "`" + path + "` is no policy file", "name a file that ends in `.policy`");
      return false;
    }
    return true;
  }

  private Optional<Texts.Text> imported(String name, Reading reading) {
    Found found = reader.look(name, Texts.MAX_FILE, Folders.MAX_ENTRIES);
    if (found instanceof Found.Missing) {
      reading.add(
          Code.PC0060,
          "there is no `" + name + "` to import",
          "write where it lies as seen from the folder of this file");
      return Optional.empty();
    }
    // A file that is known already must not count twice towards the total.
    Optional<Node> known =
        found instanceof Found.Bytes bytes
            ? Optional.ofNullable(nodes.get(bytes.id()))
            : Optional.empty();
    if (known.isPresent()) {
      return known.map(node -> new Texts.Text(node.id(), node.file().source()));
    }
    return texts.text(name, found, reading);
  }

  private void edge(Node node, Statement.Import statement, Texts.Text text) {
    int first = indexOfOpen(text.id());
    if (first >= 0) {
      circle(statement, open.subList(first, open.size()));
    } else {
      node.imports().add(new Edge(statement.foreign(), load(text)));
    }
  }

  private int indexOfOpen(String id) {
    for (int at = 0; at < open.size(); at++) {
      if (open.get(at).node().id().equals(id)) {
        return at;
      }
    }
    return -1;
  }

  private void circle(Statement.Import closing, List<Step> chain) {
    String file = chain.getFirst().node().file().source().name();
    Finding finding =
        Code.PC0061
            .at(closing.path().span(), "`" + file + "` imports itself")
            .withHelp("move what both files need into a third one");
    for (Step step : chain.subList(0, chain.size() - 1)) {
      finding = finding.withRelated(step.through().path().span(), "imported here");
    }
    findings.add(finding);
  }
}
