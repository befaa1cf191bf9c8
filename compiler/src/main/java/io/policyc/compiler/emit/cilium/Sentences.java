package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.Origin;
import io.policyc.findings.Span;
import java.util.HashMap;
import java.util.Map;

/// The sentences of an input, each made once: one stands behind many rules.
final class Sentences {
  private final Map<Span, Sentence> made = new HashMap<>();

  Sentence of(Origin origin) {
    return made.computeIfAbsent(origin.sentence(), span -> Sentence.of(origin));
  }
}
