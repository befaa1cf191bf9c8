package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.Selection;
import java.util.List;

/// The part of a group that lies in one namespace.
///
/// @param namespaceLabels what the namespace's own labels must be for the part to be there
record Piece(String namespace, Selection selection, List<LabelRequirement> namespaceLabels) {
  Piece {
    namespaceLabels = List.copyOf(namespaceLabels);
  }

  /// The piece itself as a subject.
  Subject subject(Subject.Effect effect) {
    return new Subject(namespace, selection, namespaceLabels, effect);
  }

  /// The pods of the piece that the selection takes in, too.
  Piece and(Selection other) {
    return new Piece(namespace, other.and(selection), namespaceLabels);
  }

  /// Whether every pod of the piece is surely taken in by the selection.
  boolean within(Selection other) {
    return selection.isWithin(other);
  }
}
