package io.policyc.compiler.emit;

import io.policyc.compiler.model.Origin;
import io.policyc.findings.Span;
import java.util.HashMap;
import java.util.Map;

/// The sentences of an input, each made once: one stands behind many rules.
public final class Sentences {
  private final Map<Span, Sentence> made = new HashMap<>();

  /// The sentence that a part of the model came from.
  public Sentence of(Origin origin) {
    return made.computeIfAbsent(origin.sentence(), span -> Sentence.of(origin));
  }
}
