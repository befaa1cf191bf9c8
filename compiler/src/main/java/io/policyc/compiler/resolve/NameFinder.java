package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import io.policyc.findings.Finding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a name means where it stands: what its own namespace declares, else what exactly one other
/// one does.
final class NameFinder {
  private static final List<String> BUILT_IN =
      List.of(
          "anyone", "world", "cluster", "host", "remote-node", "kube-apiserver", "cilium-ingress");

  /// What the built-in names are called elsewhere.
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("everyone", "anyone"),
          Map.entry("everybody", "anyone"),
          Map.entry("anybody", "anyone"),
          Map.entry("everything", "anyone"),
          Map.entry("anything", "anyone"),
          Map.entry("all", "anyone"),
          Map.entry("internet", "world"),
          Map.entry("outside", "world"),
          Map.entry("public", "world"),
          Map.entry("node", "every node"),
          Map.entry("nodes", "every node"),
          Map.entry("pod", "every pod"),
          Map.entry("pods", "every pod"),
          Map.entry("apiserver", "kube-apiserver"),
          Map.entry("api-server", "kube-apiserver"),
          Map.entry("ingress", "cilium-ingress"));

  private final Report report;
  private final NameTable table;
  private final Namespaces namespaces;
  private final Silence silence;
  private final Suggestions suggestions;
  private final FoundNames manifests;
  private Optional<Map<String, Entry>> hosts = Optional.empty();

  /// @param silence what may be declared where nothing could be understood
  NameFinder(
      Report report,
      NameTable table,
      Namespaces namespaces,
      Silence silence,
      Suggestions suggestions,
      FoundNames manifests) {
    this.report = report;
    this.table = table;
    this.namespaces = namespaces;
    this.silence = silence;
    this.suggestions = suggestions;
    this.manifests = manifests;
  }

  /// What is meant; empty where nothing is, which was reported.
  Optional<Entry> find(Party.Named named, Home home) {
    String name = named.name().text();
    Optional<String> said = named.namespace().map(word -> word.text());
    String namespace = said.or(home::namespace).orElse("");
    Optional<Entry> here = table.in(namespace, name);
    boolean certain = said.isPresent() || here.filter(e -> !manifests.isFound(e)).isPresent();
    if (certain) {
      return here.or(() -> undeclared(named, namespace));
    }
    Collection<Entry> others = others(name, here);
    return switch (others.size()) {
      case 0 -> undeclared(named, namespace);
      case 1 -> others.stream().findFirst();
      default -> ambiguous(named, others);
    };
  }

  // Pods of a manifest are not silently preferred to what a sentence declares elsewhere.
  private Collection<Entry> others(String name, Optional<Entry> here) {
    List<Entry> others = manifests.declaredFirst(table.anywhere(name));
    boolean said = others.stream().anyMatch(entry -> !manifests.isFound(entry));
    return here.map(
            entry ->
                said ? Stream.concat(Stream.of(entry), others.stream()).toList() : List.of(entry))
        .orElse(others);
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
    report.gather("ambiguous " + named.name().text(), finding);
    return Optional.empty();
  }

  private Optional<Entry> undeclared(Party.Named named, String namespace) {
    if (silence.covers(named.name().text())) {
      report.follows();
      return Optional.empty();
    }
    String where =
        namespace.isEmpty() ? "not found" : "not found in namespace " + Say.quote(namespace);
    report.gather(
        named.namespace().isPresent() && !table.anywhere(named.name().text()).isEmpty()
            ? "namespace " + namespace
            : "name " + named.name().text(),
        Code.PC0203
            .at(named.span(), Say.quote(text(named)) + " is not declared")
            .withRelated(named.span(), where)
            .withHelp(help(named, namespace)));
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
    return manifests
        .place(name, namespace)
        .or(() -> nearHere(name, namespace, qualified))
        .or(() -> nearElsewhere(name))
        .or(() -> qualified ? Optional.empty() : otherWord(name))
        .orElseGet(() -> declare(named));
  }

  private String declare(Party.Named named) {
    String name = named.name().text();
    Optional<Entry> known = Optional.ofNullable(byHost().get(name));
    if (known.isPresent() && named.namespace().isEmpty()) {
      return mean(known.get(), false);
    }
    String in = named.namespace().map(namespace -> " in " + namespace.text()).orElse("");
    return isHost(name) && in.isEmpty()
        ? "declare it: "
            + Say.quote("external " + shortName(name) + " { host " + name + "; port 443 }")
            + ", and use that name"
        : "declare it: " + Say.quote("workload " + name + in + " { app: " + name + " }");
  }

  // The externals by their hosts.
  private Map<String, Entry> byHost() {
    Map<String, Entry> known = hosts.orElseGet(HashMap::new);
    if (hosts.isEmpty()) {
      for (Entry entry : table.entries()) {
        if (entry instanceof Entry.OfExternal(var external, _)) {
          external.hosts().forEach(host -> known.putIfAbsent(host, entry));
        }
      }
      hosts = Optional.of(known);
    }
    return known;
  }

  // `api.stripe.com`: the dots and the letters at the end tell it from the name of a workload.
  private static boolean isHost(String name) {
    int last = name.lastIndexOf('.');
    return last > 0
        && name.indexOf('.') < last
        && name.length() - last > 2
        && name.substring(last + 1).chars().allMatch(Character::isLetter);
  }

  // `stripe` for `api.stripe.com`
  private static String shortName(String host) {
    int end = host.lastIndexOf('.');
    return host.substring(host.lastIndexOf('.', end - 1) + 1, end);
  }

  private Optional<String> nearHere(String name, String namespace, boolean qualified) {
    return suggestions
        .nearest(name, table.namesIn(namespace))
        .flatMap(near -> table.in(namespace, near))
        .map(near -> mean(near, qualified));
  }

  // `data/web` where `shop/web` is declared, or `wbe`.
  private Optional<String> nearElsewhere(String name) {
    return table.anywhere(name).stream()
        .findFirst()
        .or(
            () ->
                suggestions
                    .nearest(name, table.all())
                    .flatMap(near -> table.anywhere(near).stream().findFirst()))
        .map(near -> mean(near, true));
  }

  private Optional<String> otherWord(String name) {
    return suggestions
        .nearest(name, BUILT_IN)
        .or(() -> Optional.ofNullable(OTHER_WORDS.get(name.toLowerCase(Locale.ROOT))))
        .map(near -> "did you mean " + Say.quote(near) + "?");
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
