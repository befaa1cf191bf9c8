package io.policyc.compiler.model;

import java.util.List;

/// In which namespaces pods are meant.
public sealed interface NamespaceScope {
  /// In one.
  record One(String namespace) implements NamespaceScope {}

  /// In all.
  record All() implements NamespaceScope {}

  /// In those whose own labels meet all conditions.
  ///
  /// @param labels sorted, at least one
  record Labelled(List<LabelRequirement> labels) implements NamespaceScope {
    public Labelled {
      labels = labels.stream().sorted().distinct().toList();
    }
  }
}
