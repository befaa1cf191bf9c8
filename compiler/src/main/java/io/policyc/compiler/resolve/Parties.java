package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.LabelTerm;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whom a sentence speaks of.
final class Parties {
  /// How strictly a sentence is read.
  ///
  /// @param home where it stands
  /// @param strict whether a namespace that nothing is known of is an error
  record In(Home home, boolean strict) {}

  private final Report report;
  private final NameFinder names;
  private final Homes homes;
  private final Namespaces namespaces;
  private final Labels labels;
  private final Map<String, Workload> workloads;
  private final Map<String, Peer> named = new HashMap<>();

  /// @param workloads by qualified name
  Parties(
      Report report,
      NameFinder names,
      Homes homes,
      Namespaces namespaces,
      Labels labels,
      Map<String, Workload> workloads) {
    this.report = report;
    this.names = names;
    this.homes = homes;
    this.namespaces = namespaces;
    this.labels = labels;
    this.workloads = workloads;
  }

  /// The ends that parties stand for; what is wrong with the others was reported.
  List<End> ends(List<Party> parties, In in) {
    List<End> ends = new ArrayList<>();
    for (Party party : parties) {
      for (Peer peer : peers(party, in)) {
        ends.add(new End(peer, party.span()));
      }
    }
    return ends;
  }

  private List<Peer> peers(Party party, In in) {
    return switch (party) {
      case Party.Named name ->
          names.find(name, in.home()).map(this::peer).map(List::of).orElse(List.of());
      case Party.Pods pods -> group(pods, in).stream().toList();
      case Party.BuiltIn(var entity, _) -> entities(entity);
      case Party.Anyone anyone -> anyone(anyone.outside(), anyone.but(), in).stream().toList();
      // Whom a sentence leaves out is the sentence's matter.
      case Party.Nobody nobody -> anyone(nobody.outside(), nobody.but(), in).stream().toList();
    };
  }

  private Peer peer(Entry entry) {
    return named.computeIfAbsent(
        entry.qualifiedName(),
        _ ->
            switch (entry) {
              case Entry.OfExternal(var external, _) -> new Peer.Outside(external);
              case Entry.OfWorkload workload -> pods(workloadOf(workload));
            });
  }

  private static Peer pods(Workload workload) {
    return new Peer.Pods(
        new NamespaceScope.One(workload.namespace()),
        workload.selection(),
        Optional.of(workload),
        true);
  }

  private Workload workloadOf(Entry.OfWorkload entry) {
    return Optional.ofNullable(workloads.get(entry.qualifiedName())).orElseThrow();
  }

  private Optional<Peer> group(Party.Pods pods, In in) {
    Optional<NamespaceScope> scope = scope(pods.scope(), pods.span(), in);
    int errors = report.errors();
    List<LabelRequirement> own = requirements(pods.labels(), Labels.Of.PODS);
    return report.errors() > errors
        ? Optional.empty()
        : scope.map(s -> new Peer.Pods(s, new Selection(own, List.of()), Optional.empty(), false));
  }

  private Optional<NamespaceScope> scope(Party.Scope scope, Span at, In in) {
    return switch (scope) {
      case Party.Scope.Here _ -> homes.needed(in.home(), at).map(NamespaceScope.One::new);
      case Party.Scope.In(var namespace) ->
          namespaces.used(namespace, in.strict()).map(NamespaceScope.One::new);
      case Party.Scope.Everywhere _ -> Optional.of(new NamespaceScope.All());
      case Party.Scope.Labelled(var terms) -> labelled(terms);
    };
  }

  private Optional<NamespaceScope> labelled(List<LabelTerm> terms) {
    int errors = report.errors();
    List<LabelRequirement> requirements = requirements(terms, Labels.Of.NAMESPACES);
    if (report.errors() > errors) {
      return Optional.empty();
    }
    return Optional.of(
        requirements.isEmpty()
            ? new NamespaceScope.All()
            : new NamespaceScope.Labelled(requirements));
  }

  private List<LabelRequirement> requirements(List<LabelTerm> terms, Labels.Of of) {
    return terms.isEmpty() ? List.of() : labels.requirements(terms, of);
  }

  private static List<Peer> entities(Party.Entity entity) {
    return switch (entity) {
      case WORLD -> List.of(new Peer.Of(Peer.Entity.WORLD));
      case CLUSTER -> List.of(new Peer.Of(Peer.Entity.CLUSTER));
      case HOST -> List.of(new Peer.Of(Peer.Entity.HOST));
      case REMOTE_NODE -> List.of(new Peer.Of(Peer.Entity.REMOTE_NODE));
      case EVERY_NODE ->
          List.of(new Peer.Of(Peer.Entity.HOST), new Peer.Of(Peer.Entity.REMOTE_NODE));
      case KUBE_APISERVER -> List.of(new Peer.Of(Peer.Entity.KUBE_APISERVER));
      case CILIUM_INGRESS -> List.of(new Peer.Of(Peer.Entity.INGRESS));
    };
  }

  private Optional<Peer> anyone(Optional<Word> outside, List<Party.Named> but, In in) {
    Optional<String> namespace = outside.flatMap(word -> namespaces.used(word, in.strict()));
    List<Workload> without = but.stream().flatMap(n -> without(n, in).stream()).toList();
    boolean complete = namespace.isPresent() == outside.isPresent() && without.size() == but.size();
    return complete ? Optional.of(new Peer.Anyone(namespace, sorted(without))) : Optional.empty();
  }

  private static List<Workload> sorted(List<Workload> workloads) {
    return workloads.stream()
        .sorted(Comparator.comparing(Workload::qualifiedName))
        .distinct()
        .toList();
  }

  private Optional<Workload> without(Party.Named name, In in) {
    return names
        .find(name, in.home())
        .flatMap(
            entry ->
                switch (entry) {
                  case Entry.OfWorkload workload -> Optional.of(workloadOf(workload));
                  case Entry.OfExternal external -> notAWorkload(name, external);
                });
  }

  private Optional<Workload> notAWorkload(Party.Named name, Entry.OfExternal external) {
    report.add(
        Code.PC0222
            .at(name.span(), Say.quote(external.name()) + " is an external, not a workload")
            .withRelated(external.declared(), "declared here")
            .withHelp("name workloads after `but`: only pods can be left out"));
    return Optional.empty();
  }
}
