package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.Suggest;
import io.policyc.compiler.ast.Party;
import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a name means where it stands: what its own namespace declares, else what exactly one other
/// one does.
final class NameFinder {
  // A suggestion compares a word with every name; a text of nothing but misspelt words gets them
  // for its first ones.
  private static final int MOST_SUGGESTIONS = 200;

  private static final List<String> BUILT_IN =
      List.of(
          "anyone", "world", "cluster", "host", "remote-node", "kube-apiserver", "cilium-ingress");

  private record Asked(String namespace, String name) {}

  private final Report report;
  private final NameTable table;
  private final Namespaces namespaces;
  private final Set<String> damaged;
  private final Map<Asked, Optional<String>> suggestions = new HashMap<>();

  /// @param damaged names that may be declared where nothing could be understood
  NameFinder(Report report, NameTable table, Namespaces namespaces, Set<String> damaged) {
    this.report = report;
    this.table = table;
    this.namespaces = namespaces;
    this.damaged = damaged;
  }

  /// What is meant; empty where nothing is, which was reported.
  Optional<Entry> find(Party.Named named, Home home) {
    String name = named.name().text();
    Optional<String> said = named.namespace().map(word -> word.text());
    String namespace = said.or(home::namespace).orElse("");
    Optional<Entry> here = table.in(namespace, name);
    if (here.isPresent() || said.isPresent()) {
      return here.or(() -> undeclared(named, namespace));
    }
    List<Entry> others = table.anywhere(name);
    return switch (others.size()) {
      case 0 -> undeclared(named, namespace);
      case 1 -> Optional.of(others.getFirst());
      default -> ambiguous(named, others);
    };
  }

  private Optional<Entry> ambiguous(Party.Named named, List<Entry> candidates) {
    List<String> names = candidates.stream().map(Entry::qualifiedName).toList();
    Finding finding =
        Code.PC0204
            .at(named.span(), Say.quote(named.name().text()) + " may mean " + Say.or(names))
            .withHelp("write the namespace, too: " + Say.quote(names.getFirst()));
    for (Entry candidate : candidates.subList(0, Math.min(4, candidates.size()))) {
      finding = finding.withRelated(candidate.declared(), Say.quote(candidate.qualifiedName()));
    }
    report.add(finding);
    return Optional.empty();
  }

  private Optional<Entry> undeclared(Party.Named named, String namespace) {
    if (!damaged.contains(named.name().text())) {
      String where =
          namespace.isEmpty() ? "not found" : "not found in namespace " + Say.quote(namespace);
      report.add(
          Code.PC0203
              .at(named.span(), Say.quote(text(named)) + " is not declared")
              .withRelated(named.span(), where)
              .withHelp(help(named, namespace)));
    }
    return Optional.empty();
  }

  private static String text(Party.Named named) {
    return named.namespace().map(n -> n.text() + "/").orElse("") + named.name().text();
  }

  private String help(Party.Named named, String namespace) {
    String name = named.name().text();
    if (named.namespace().isEmpty() && namespaces.isKnown(name)) {
      return "write " + Say.quote("every pod in " + name) + " if you mean the namespace";
    }
    Asked asked = new Asked(namespace, name);
    if (!suggestions.containsKey(asked) && suggestions.size() < MOST_SUGGESTIONS) {
      suggestions.put(asked, suggestion(named, namespace));
    }
    return suggestions
        .getOrDefault(asked, Optional.empty())
        .orElse("declare it: " + Say.quote("workload " + name + " { app: " + name + " }"));
  }

  private Optional<String> suggestion(Party.Named named, String namespace) {
    String name = named.name().text();
    return Suggest.nearest(name, table.namesIn(namespace))
        .flatMap(near -> table.in(namespace, near))
        .map(near -> mean(near, named.namespace().isPresent()))
        .or(() -> elsewhere(name, named.namespace().isEmpty()));
  }

  private Optional<String> elsewhere(String name, boolean builtIn) {
    List<String> names = new ArrayList<>(table.all());
    if (builtIn) {
      names.addAll(BUILT_IN);
    }
    return Suggest.nearest(name, names)
        .map(
            near ->
                table.anywhere(near).stream()
                    .findFirst()
                    .map(entry -> mean(entry, true))
                    .orElse("did you mean " + Say.quote(near) + "?"));
  }

  private static String mean(Entry entry, boolean qualified) {
    String name = qualified ? entry.qualifiedName() : entry.name();
    return "did you mean "
        + Say.quote(name)
        + "? (declared at "
        + entry.declared().fileAndLine()
        + ")";
  }
}
