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
  private final Suggestions suggestions;
  private final Set<String> known = new TreeSet<>();
  private final Set<String> own = new TreeSet<>();
  private final Set<String> named = new TreeSet<>();

  Namespaces(Report report, Suggestions suggestions) {
    this.report = report;
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
    if (known.contains(word.text())) {
      return Optional.of(word.text());
    }
    report.add(unknown(word, strict ? Code.PC0221 : Code.PC0220));
    named.add(word.text());
    return strict ? Optional.empty() : Optional.of(word.text());
  }

  private Finding unknown(Word word, Code code) {
    String text = Say.quote(word.text());
    return code.at(word.span(), "nothing in this input is in namespace " + text)
        .withHelp(
            suggestions
                .nearest(word.text(), known)
                .map(near -> "did you mean " + Say.quote(near) + "?")
                .orElse(
                    "add the line "
                        + Say.quote("foreign namespace " + word.text())
                        + " if others write its policy"));
  }
}
