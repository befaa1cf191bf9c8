package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.Selection;
import java.util.List;

/// The pods that an object is about, and what the object does to them.
///
/// @param namespace one that objects may be emitted into
/// @param namespaceLabels conditions on the labels of that namespace, which only the cluster knows
record Subject(
    String namespace, Selection selection, List<LabelRequirement> namespaceLabels, Effect effect) {
  Subject {
    namespaceLabels = List.copyOf(namespaceLabels);
  }

  /// Pods of one namespace whatever its labels.
  static Subject of(String namespace, Selection selection, Effect effect) {
    return new Subject(namespace, selection, List.of(), effect);
  }

  /// What an object does to what it doesn't name.
  enum Effect {
    /// It refuses it, in each direction that has rules.
    CLOSES,
    /// Nothing: default deny is off.
    OPENS,
    /// Nothing: it only denies.
    DENIES
  }
}
