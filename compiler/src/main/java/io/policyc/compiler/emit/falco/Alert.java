package io.policyc.compiler.emit.falco;

import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.falco.Priority;
import io.policyc.compiler.model.Watch;
import java.util.List;

/// An alert that becomes a rule.
///
/// @param sentences those behind it, at least one
/// @param derived whether it follows from grants; otherwise a sentence says it
/// @param exempt what `no alert` sentences take away of it
record Alert(
    Subject subject,
    Watch.Behaviour behaviour,
    Priority priority,
    List<Sentence> sentences,
    boolean derived,
    List<Exempt> exempt) {
  Alert {
    sentences = List.copyOf(sentences);
    exempt = List.copyOf(exempt);
  }

  /// What a `no alert` sentence speaks of.
  record Exempt(Subject subject, Watch.Behaviour behaviour, Sentence sentence) {}
}
