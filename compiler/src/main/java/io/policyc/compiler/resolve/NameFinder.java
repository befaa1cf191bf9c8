package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import io.policyc.findings.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a name means where it stands: what its own namespace declares, else what exactly one other
/// one does.
final class NameFinder {
  private static final List<String> BUILT_IN =
      List.of(
          "anyone", "world", "cluster", "host", "remote-node", "kube-apiserver", "cilium-ingress");

  private final Report report;
  private final NameTable table;
  private final Namespaces namespaces;
  private final Set<String> damaged;
  private final Suggestions suggestions;

  /// @param damaged names that may be declared where nothing could be understood
  NameFinder(
      Report report,
      NameTable table,
      Namespaces namespaces,
      Set<String> damaged,
      Suggestions suggestions) {
    this.report = report;
    this.table = table;
    this.namespaces = namespaces;
    this.damaged = damaged;
    this.suggestions = suggestions;
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
    Collection<Entry> others = table.anywhere(name);
    return switch (others.size()) {
      case 0 -> undeclared(named, namespace);
      case 1 -> others.stream().findFirst();
      default -> ambiguous(named, others);
    };
  }

  private Optional<Entry> ambiguous(Party.Named named, Collection<Entry> candidates) {
    String name = Say.quote(named.name().text());
    String means = Say.or(candidates, Entry::qualifiedName);
    List<Entry> first = candidates.stream().limit(4).toList();
    Finding finding =
        Code.PC0204
            .at(named.span(), name + " may mean " + means)
            .withHelp("write the namespace, too: " + Say.quote(first.getFirst().qualifiedName()));
    for (Entry candidate : first) {
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
    boolean qualified = named.namespace().isPresent();
    if (!qualified && namespaces.isKnown(name)) {
      return "write " + Say.quote("every pod in " + name) + " if you mean the namespace";
    }
    return nearHere(name, namespace, qualified)
        .or(() -> nearElsewhere(name))
        .or(() -> qualified ? Optional.empty() : builtIn(name))
        .orElse("declare it: " + Say.quote("workload " + name + " { app: " + name + " }"));
  }

  private Optional<String> nearHere(String name, String namespace, boolean qualified) {
    return suggestions
        .nearest(name, table.namesIn(namespace))
        .flatMap(near -> table.in(namespace, near))
        .map(near -> mean(near, qualified));
  }

  private Optional<String> nearElsewhere(String name) {
    return suggestions
        .nearest(name, table.all())
        .flatMap(near -> table.anywhere(near).stream().findFirst())
        .map(near -> mean(near, true));
  }

  private Optional<String> builtIn(String name) {
    return suggestions.nearest(name, BUILT_IN).map(near -> "did you mean " + Say.quote(near) + "?");
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
