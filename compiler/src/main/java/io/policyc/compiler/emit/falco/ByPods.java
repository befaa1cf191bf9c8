package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said of pods, for whichever workload or group it is said: addresses and ports.
///
/// A pod may carry the labels of several workloads and be in several groups, and has what is said
/// of them all.
final class ByPods {
  /// Pods of which something is said.
  ///
  /// @param outside a namespace whose pods are left out
  /// @param but workloads whose pods are left out
  private record Said(Subject pods, Optional<String> outside, List<Workload> but, Reach reach) {}

  /// A rule that tells more parts of a workload's pods apart would be read by nobody.
  private static final int MOST_PARTS = 32;

  private final Map<String, Said> workloads = new LinkedHashMap<>();
  private final Map<String, List<Said>> named = new LinkedHashMap<>();
  private final Map<String, Map<Peer, Said>> groups = new LinkedHashMap<>();
  private final Map<Peer, Said> everywhere = new LinkedHashMap<>();
  private final Overlaps overlaps;
  private final Effort effort;

  ByPods(Overlaps overlaps, Effort effort) {
    this.overlaps = overlaps;
    this.effort = effort;
  }

  /// What is said of a workload itself.
  Reach of(Workload workload) {
    return workloads
        .computeIfAbsent(
            workload.qualifiedName(),
            _ -> {
              Said said = said(Subject.of(workload));
              named.computeIfAbsent(workload.namespace(), _ -> new ArrayList<>()).add(said);
              return said;
            })
        .reach();
  }

  /// Adds what a sentence says of an end; nothing where the end is no pod.
  ///
  /// @return what is said of those pods
  Optional<Reach> add(Peer peer, Addresses addresses, List<PortRange> ports, Origin origin) {
    Optional<Reach> reach = reach(peer);
    reach.ifPresent(r -> r.add(addresses, ports).from(origin));
    return reach;
  }

  private Optional<Reach> reach(Peer peer) {
    return switch (peer) {
      case Peer.Pods pods when pods.named() -> Optional.of(of(pods.workload().orElseThrow()));
      case Peer.Pods pods -> Optional.of(group(pods).reach());
      case Peer.Of(var entity) ->
          entity == Peer.Entity.CLUSTER
              ? Optional.of(everywhere(peer, Optional.empty(), List.of()).reach())
              : Optional.empty();
      case Peer.Anyone(var outside, var but) -> Optional.of(everywhere(peer, outside, but).reach());
      case Peer.Outside _ -> Optional.empty();
    };
  }

  private Said group(Peer.Pods pods) {
    Map<Peer, Said> place =
        pods.scope() instanceof NamespaceScope.One(var namespace)
            ? groups.computeIfAbsent(namespace, _ -> new LinkedHashMap<>())
            : everywhere;
    return place.computeIfAbsent(pods, _ -> said(Subject.of(pods)));
  }

  private Said everywhere(Peer peer, Optional<String> outside, List<Workload> but) {
    Subject all = new Subject(new NamespaceScope.All(), Selection.ALL, Optional.empty());
    return everywhere.computeIfAbsent(peer, _ -> new Said(all, outside, but, new Reach()));
  }

  private static Said said(Subject pods) {
    return new Said(pods, Optional.empty(), List.of(), new Reach());
  }

  /// Whether anything is said of pods of the subject.
  boolean isAnySaid(Subject subject) {
    return near(subject).anyMatch(said -> !said.reach().origins().isEmpty());
  }

  /// What is said of the subject's pods, and how many of those it is said of.
  ///
  /// @param within what tells these pods apart among the subject's; empty where all are meant
  /// @param group the group that it is said of; empty for a workload
  record Share(Optional<Condition> within, Reach reach, Optional<String> group) {
    /// Whether it is said of all of the subject's pods, and is best said with what else is.
    boolean isPlain() {
      return within.isEmpty() && (group.isEmpty() || reach.isShort());
    }
  }

  /// Everything that is said of pods of the subject.
  ///
  /// Where very much is said of some of its pods only, pods that carry the labels by which they are
  /// told are left out: everything is said of them.
  List<Share> shares(Subject subject) {
    List<Said> near = near(subject).toList();
    Set<String> keys = subject.workload().isPresent() ? keys(near, subject) : Set.of();
    List<Share> shares = new ArrayList<>();
    for (Said said : near) {
      if (keys.isEmpty() || key(said, subject).isEmpty()) {
        shares.add(share(said, subject));
      }
    }
    effort.spend((int) shares.stream().filter(s -> s.within().isPresent()).count() * Effort.PART);
    if (!keys.isEmpty()) {
      shares.add(leftOut(keys));
    }
    return shares;
  }

  // The labels by which parts of the pods are told; none where those are few.
  private static Set<String> keys(List<Said> near, Subject subject) {
    List<String> keys = near.stream().flatMap(said -> key(said, subject).stream()).toList();
    return keys.size() <= MOST_PARTS ? Set.of() : new TreeSet<>(keys);
  }

  // A label that the pods surely carry and the subject does not speak of.
  private static Optional<String> key(Said said, Subject subject) {
    return said.pods().selection().labels().stream()
        .filter(l -> l.operator() == Operator.IN || l.operator() == Operator.EXISTS)
        .map(LabelRequirement::key)
        .filter(key -> subject.selection().labels().stream().noneMatch(l -> l.key().equals(key)))
        .findFirst();
  }

  private static Share leftOut(Set<String> keys) {
    Reach everything = Sending.everything();
    everything.hides(Blind.OVERLAPS);
    Condition carries = Terms.any(keys.stream().map(Scopes::carries).toList());
    return new Share(Optional.of(carries), everything, Optional.empty());
  }

  private Stream<Said> near(Subject subject) {
    List<Said> candidates = candidates(subject).toList();
    return effort.spend(candidates.size())
        ? candidates.stream().filter(said -> meets(said, subject))
        : Stream.of();
  }

  // Workloads that cannot share a pod were left out before.
  private Stream<Said> candidates(Subject subject) {
    Stream<Said> inside =
        switch (subject.scope()) {
          case NamespaceScope.One(var namespace) ->
              Stream.concat(
                  workloads(subject, namespace),
                  groups.getOrDefault(namespace, Map.of()).values().stream());
          case NamespaceScope.All _, NamespaceScope.Labelled _ ->
              Stream.concat(
                  workloads.values().stream(),
                  groups.values().stream().flatMap(m -> m.values().stream()));
        };
    return Stream.concat(inside, everywhere.values().stream());
  }

  private Stream<Said> workloads(Subject subject, String namespace) {
    return subject
        .workload()
        .map(
            workload ->
                overlaps.of(workload).stream()
                    .flatMap(w -> Optional.ofNullable(workloads.get(w.qualifiedName())).stream()))
        .orElseGet(() -> named.getOrDefault(namespace, List.of()).stream());
  }

  private static boolean meets(Said said, Subject subject) {
    boolean leftOut =
        said.outside().isPresent()
            && subject.scope().equals(new NamespaceScope.One(said.outside().get()));
    return !leftOut
        && said.pods().mayMeet(subject)
        && said.but().stream().noneMatch(w -> Subject.of(w).covers(subject.seen()));
  }

  private static Share share(Said said, Subject subject) {
    List<Condition> terms = new ArrayList<>();
    Scopes.within(said.pods(), subject).ifPresent(terms::add);
    said.outside()
        .filter(_ -> !(subject.scope() instanceof NamespaceScope.One))
        .ifPresent(namespace -> terms.add(Scopes.outside(namespace)));
    said.but().stream()
        .map(Subject::of)
        .filter(subject::mayMeet)
        .filter(but -> but.isVisibleAmong(subject.seen()))
        .forEach(but -> Scopes.within(but, subject).map(Terms::not).ifPresent(terms::add));
    boolean isGroup = said.pods().workload().isEmpty();
    return new Share(
        terms.isEmpty() ? Optional.empty() : Optional.of(Terms.all(terms)),
        said.reach(),
        isGroup ? Optional.of(words(said)) : Optional.empty());
  }

  private static String words(Said said) {
    return said.pods().words()
        + said.outside().map(namespace -> " outside " + namespace).orElse("")
        + (said.but().isEmpty()
            ? ""
            : " but "
                + said.but().stream()
                    .map(Workload::qualifiedName)
                    .collect(Collectors.joining(", ")));
  }
}
