package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.found.FoundPods;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Workloads that no sentence declares, and that manifests tell of.
///
/// Only what a sentence names becomes a workload: a Deployment of which nobody speaks is not closed
/// and changes nothing.
final class FoundNames {
  private final Outline outline;
  private final Report report;
  // By name, then by namespace.
  private final Map<String, Map<String, List<FoundPods>>> found = new TreeMap<>();
  private final Map<String, FoundPods> unplaced = new TreeMap<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> own = new HashSet<>();
  private final Set<String> foreign = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<Span> spans = new HashSet<>();

  private FoundNames(Outline outline, Report report) {
    this.outline = outline;
    this.report = report;
  }

  /// Adds what sentences name, and nothing else, to the workloads of an outline.
  static FoundNames add(Outline outline, Found all, Report report) {
    FoundNames names = new FoundNames(outline, report);
    if (!all.pods().isEmpty()) {
      all.pods().forEach(names::index);
      names.read();
      for (var placed : outline.others()) {
        Mentions.each(placed.sentence(), named -> names.mention(named, placed.home()));
      }
    }
    return names;
  }

  private void index(FoundPods pods) {
    found
        .computeIfAbsent(pods.name(), _ -> new TreeMap<>())
        .computeIfAbsent(pods.place(), _ -> new ArrayList<>())
        .add(pods);
    if (pods.namespace().isEmpty()) {
      unplaced.putIfAbsent(pods.name(), pods);
    }
  }

  private void read() {
    for (var placed : outline.workloads()) {
      Statement.Workload s = placed.sentence();
      Optional<String> in = s.namespace().map(Word::text).or(placed.home()::namespace);
      declare(in, s.name().text());
    }
    for (var placed : outline.externals()) {
      declare(placed.home().namespace(), placed.sentence().name().text());
    }
    for (var placed : outline.headers()) {
      String name = placed.sentence().namespace().text();
      (placed.home().foreign() ? foreign : own).add(name);
    }
  }

  private void declare(Optional<String> namespace, String name) {
    declared.add(namespace.orElse("") + "/" + name);
    names.add(name);
  }

  private void mention(Party.Named named, Home home) {
    String name = named.name().text();
    Map<String, List<FoundPods>> places = found.getOrDefault(name, Map.of());
    Optional<String> said = named.namespace().map(Word::text);
    String here = said.or(home::namespace).orElse("");
    if (places.isEmpty() || declared.contains(here + "/" + name)) {
      return;
    }
    List<FoundPods> inside = places.getOrDefault(here, List.of());
    if (!inside.isEmpty()) {
      take(inside, named);
    } else if (said.isEmpty() && !names.contains(name)) {
      places.values().stream().filter(FoundNames::isPlaced).forEach(pods -> take(pods, named));
    }
  }

  // Of pods without a namespace only `default` itself says that they are meant.
  private static boolean isPlaced(List<FoundPods> pods) {
    return pods.stream().anyMatch(one -> one.namespace().isPresent());
  }

  private void take(List<FoundPods> all, Party.Named named) {
    FoundPods first = all.getFirst();
    String namespace = first.place();
    if (!taken.add(namespace + "/" + first.name())) {
      return;
    }
    List<FoundPods> pods = selecting(all);
    Optional<FoundPods> other = pods.stream().filter(p -> !isSame(p, pods.getFirst())).findFirst();
    if (other.isPresent()) {
      outline.silence().unusable(first.name());
      report.add(differ(named, pods.getFirst(), other.get()));
      return;
    }
    spans.add(pods.getFirst().at());
    boolean foreigners = foreign.contains(namespace) && !own.contains(namespace);
    outline
        .workloads()
        .add(
            new Placed<>(
                FoundSentence.of(pods, namespace),
                new Home(Optional.of(namespace), foreigners, false)));
  }

  // A patch of Kustomize names an object and leaves out its labels.
  private static List<FoundPods> selecting(List<FoundPods> all) {
    List<FoundPods> selecting = all.stream().filter(p -> !p.selector().isEmpty()).toList();
    return selecting.isEmpty() ? all : selecting;
  }

  private static boolean isSame(FoundPods a, FoundPods b) {
    return requirements(a).equals(requirements(b));
  }

  private static Set<Object> requirements(FoundPods pods) {
    Set<Object> requirements = new HashSet<>();
    pods.selector().forEach(condition -> requirements.add(condition.requirement()));
    return requirements;
  }

  private static Finding differ(Party.Named named, FoundPods a, FoundPods b) {
    return Code.PC0223
        .at(
            named.span(),
            Say.quote(a.place() + "/" + a.name())
                + (a.kind().equals(b.kind())
                    ? " may be either of two objects " + Say.quote(a.label())
                    : " may be " + Say.quote(a.label()) + " or " + Say.quote(b.label()))
                + ", whose pods have different labels")
        .withRelated(a.at(), Say.quote(a.label()))
        .withRelated(b.at(), Say.quote(b.label()))
        .withHelp(
            "declare which pods you mean: "
                + Say.quote("workload " + a.name() + " { app: " + a.name() + " }"));
  }

  /// Whether a workload is one that manifests tell of.
  boolean isFound(Entry entry) {
    return spans.contains(entry.declared());
  }

  /// Of several that a name may mean, those that sentences declare, where there are such.
  List<Entry> declaredFirst(Collection<Entry> entries) {
    List<Entry> said = entries.stream().filter(entry -> !isFound(entry)).toList();
    return said.isEmpty() ? List.copyOf(entries) : said;
  }

  /// What to do about a name of which a manifest tells that names no namespace.
  Optional<String> place(String name, String namespace) {
    return Optional.ofNullable(unplaced.get(name))
        .map(
            pods ->
                "write "
                    + Say.quote("namespace: " + (namespace.isEmpty() ? "…" : namespace))
                    + " into the metadata of "
                    + Say.quote(pods.label())
                    + " at "
                    + pods.at().fileAndLine()
                    + ", which names no namespace, or declare the workload here");
  }
}
