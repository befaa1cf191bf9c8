package io.policyc.compiler.falco.check;

import java.util.ArrayList;
import java.util.List;

/// A text that later items add to, joined when somebody asks: many may add to one.
final class Grown {
  private final List<Traced> parts = new ArrayList<>();
  private Traced joined;

  Grown(Traced first) {
    parts.add(first);
    joined = first;
  }

  /// Adds a text behind it, as Falco does: with a blank, without parentheses.
  void add(Traced more) {
    parts.add(more.standIn(0, " "));
    parts.add(more);
  }

  /// The whole.
  Traced text() {
    if (parts.size() > 1) {
      joined = Traced.join(parts);
      parts.clear();
      parts.add(joined);
    }
    return joined;
  }
}
