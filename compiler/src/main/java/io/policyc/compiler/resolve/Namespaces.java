package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The namespaces that an input names.
///
/// A namespace is known when a `namespace` line or a workload names it. It is *own*, and objects
/// may be emitted into it, when one of those is not foreign.
final class Namespaces {
  private final Report report;
  private final Silence silence;
  private final Suggestions suggestions;
  private final Set<String> known = new TreeSet<>();
  private final Set<String> own = new TreeSet<>();
  private final Set<String> named = new TreeSet<>();

  Namespaces(Report report, Silence silence, Suggestions suggestions) {
    this.report = report;
    this.silence = silence;
    this.suggestions = suggestions;
  }

  /// Takes up the `namespace` lines.
  void addHeaders(Outline outline) {
    for (var placed : outline.headers()) {
      add(placed.sentence().namespace().text(), placed.home().foreign());
    }
  }

  /// Takes up the namespaces that workloads are in.
  void addWorkloads(NameTable table) {
    for (Entry entry : table.entries()) {
      if (entry instanceof Entry.OfWorkload workload) {
        add(workload.namespace(), workload.foreign());
      }
    }
  }

  private void add(String namespace, boolean foreign) {
    known.add(namespace);
    if (!foreign) {
      own.add(namespace);
    }
  }

  boolean isKnown(String namespace) {
    return known.contains(namespace);
  }

  boolean isOwn(String namespace) {
    return own.contains(namespace);
  }

  /// Every namespace that any sentence names, sorted.
  Set<String> all() {
    Set<String> all = new TreeSet<>(known);
    all.addAll(named);
    return all;
  }

  /// The namespace that a sentence names; empty where it cannot be used, which was reported.
  ///
  /// @param strict whether an unknown one is an error
  Optional<String> used(Word word, boolean strict) {
    String line = Say.quote("foreign namespace " + word.text());
    Optional<String> namespace =
        known(
            word,
            strict ? Code.PC0221 : Code.PC0220,
            "add the line " + line + " if others write its policy");
    if (namespace.isPresent() || strict) {
      return namespace;
    }
    named.add(word.text());
    return Optional.of(word.text());
  }

  /// The namespace that a sentence closes; empty where nothing is known of it, which was reported.
  Optional<String> closed(Word word) {
    String line = Say.quote("namespace " + word.text());
    return known(
        word, Code.PC0221, "add the line " + line + " alone if this input writes its policy");
  }

  private Optional<String> known(Word word, Code code, String help) {
    if (known.contains(word.text())) {
      return Optional.of(word.text());
    }
    if (silence.covers(word.text())) {
      report.follows();
    } else {
      report.gather("namespace " + word.text(), unknown(word, code, help));
    }
    return Optional.empty();
  }

  private Finding unknown(Word word, Code code, String help) {
    return code.at(word.span(), "nothing in this input is in namespace " + Say.quote(word.text()))
        .withHelp(
            suggestions
                .nearest(word.text(), known)
                .map(near -> "did you mean " + Say.quote(near) + "?")
                .orElse(help));
  }
}
