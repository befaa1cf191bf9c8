package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.HttpRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Drafts with very many HTTP rules as several, so that objects can be divided between them.
final class Chunks {
  /// Characters of expressions in one rule.
  private static final int MOST = 20_000;

  /// What a rule's field names and punctuation come to.
  private static final int FRAME = 80;

  private Chunks() {}

  static List<Draft> of(Draft draft) {
    if (draft.requests().isEmpty()) {
      return List.of(draft);
    }
    List<Draft> chunks = new ArrayList<>();
    SortedMap<HttpRule, Causes> chunk = empty(draft);
    int size = 0;
    for (var entry : draft.requests().entrySet()) {
      size += size(entry.getKey());
      if (size > MOST && !chunk.isEmpty()) {
        chunks.add(draft.withRequests(chunk));
        chunk = empty(draft);
        size = size(entry.getKey());
      }
      chunk.put(entry.getKey(), entry.getValue());
    }
    chunks.add(draft.withRequests(chunk));
    return chunks;
  }

  private static SortedMap<HttpRule, Causes> empty(Draft draft) {
    return new TreeMap<>(draft.requests().comparator());
  }

  private static int size(HttpRule rule) {
    return FRAME
        + rule.path().map(String::length).orElse(0)
        + rule.method().map(String::length).orElse(0)
        + rule.host().map(String::length).orElse(0)
        + rule.headers().stream().mapToInt(String::length).sum();
  }
}
