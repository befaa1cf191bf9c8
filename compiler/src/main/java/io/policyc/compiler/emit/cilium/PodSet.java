package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.LabelRequirement.Operator;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Pods by their namespace and what they carry, as one selector says it.
///
/// @param namespace the only namespace that they are in
/// @param outside namespaces that they are not in, sorted; none where the only one is known
/// @param namespaceLabels what the labels of their namespace meet
record PodSet(
    Optional<String> namespace,
    List<String> outside,
    List<LabelRequirement> namespaceLabels,
    Selection selection) {
  /// Every pod there is.
  static final PodSet ALL = new PodSet(Optional.empty(), List.of(), List.of(), Selection.ALL);

  PodSet {
    outside = List.copyOf(outside);
    namespaceLabels = List.copyOf(namespaceLabels);
  }

  /// The pods of a namespace.
  static PodSet in(String namespace) {
    return new PodSet(Optional.of(namespace), List.of(), List.of(), Selection.ALL);
  }

  static PodSet of(NamespaceScope scope, Selection selection) {
    return switch (scope) {
      case NamespaceScope.One(var namespace) ->
          new PodSet(Optional.of(namespace), List.of(), List.of(), selection);
      case NamespaceScope.All() -> new PodSet(Optional.empty(), List.of(), List.of(), selection);
      case NamespaceScope.Labelled(var labels) ->
          new PodSet(Optional.empty(), List.of(), labels, selection);
    };
  }

  static PodSet of(Piece piece) {
    return new PodSet(
        Optional.of(piece.namespace()), List.of(), piece.namespaceLabels(), piece.selection());
  }

  /// The pods of `anyone`.
  static List<PodSet> of(Peer.Anyone anyone) {
    return Complement.of(ALL, leftOut(anyone));
  }

  /// Whom `anyone` does not mean.
  static List<PodSet> leftOut(Peer.Anyone anyone) {
    List<PodSet> out = new ArrayList<>();
    anyone.outside().ifPresent(namespace -> out.add(in(namespace)));
    for (Workload workload : anyone.but()) {
      out.add(of(new NamespaceScope.One(workload.namespace()), workload.selection()));
    }
    return out;
  }

  /// The same pods as part of a group in one namespace.
  Piece piece() {
    return new Piece(namespace.orElseThrow(), selection, namespaceLabels);
  }

  /// Whether both may have a pod in common.
  boolean mayOverlap(PodSet other) {
    return mayShareNamespace(other) && selection.mayOverlap(other.selection);
  }

  private boolean mayShareNamespace(PodSet other) {
    boolean apart =
        (namespace.isPresent() && other.namespace.isPresent() && !namespace.equals(other.namespace))
            || namespace.stream().anyMatch(other.outside::contains)
            || other.namespace.stream().anyMatch(outside::contains);
    return !apart;
  }

  /// What is left of these pods without others: sets that may overlap.
  ///
  /// Others meet all of their conditions, so whoever is none of them breaks at least one.
  List<PodSet> without(PodSet others) {
    if (!mayOverlap(others)) {
      return List.of(this);
    }
    List<PodSet> rest = new ArrayList<>();
    PodSet here = this;
    if (namespace.isEmpty() && others.namespace.isPresent()) {
      rest.add(outside(others.namespace.get()));
      here = new PodSet(others.namespace, List.of(), namespaceLabels, selection);
    }
    for (LabelRequirement label : others.namespaceLabels) {
      if (namespaceLabels.stream().noneMatch(own -> own.implies(label))) {
        rest.add(here.inNamespaces(label.negated()));
      }
    }
    for (LabelRequirement label : conditions(others.selection)) {
      if (selection.labels().stream().noneMatch(own -> own.implies(label))) {
        here.with(label.negated()).ifPresent(rest::add);
      }
    }
    return rest;
  }

  private PodSet outside(String other) {
    TreeSet<String> more = new TreeSet<>(outside);
    more.add(other);
    return new PodSet(namespace, List.copyOf(more), namespaceLabels, selection);
  }

  private PodSet inNamespaces(LabelRequirement label) {
    List<LabelRequirement> more = new ArrayList<>(namespaceLabels);
    more.add(label);
    return new PodSet(namespace, outside, more.stream().sorted().distinct().toList(), selection);
  }

  private Optional<PodSet> with(LabelRequirement label) {
    Selection one = new Selection(List.of(label), List.of());
    return selection.mayOverlap(one)
        ? Optional.of(new PodSet(namespace, outside, namespaceLabels, selection.and(one)))
        : Optional.empty();
  }

  private static List<LabelRequirement> conditions(Selection selection) {
    List<LabelRequirement> all = new ArrayList<>(selection.labels());
    for (String account : selection.serviceAccounts()) {
      all.add(new LabelRequirement(Selectors.SERVICE_ACCOUNT, Operator.IN, List.of(account)));
    }
    return all;
  }
}
