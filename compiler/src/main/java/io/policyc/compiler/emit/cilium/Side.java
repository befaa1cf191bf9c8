package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.Peers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What some pods may receive, or what they may send.
final class Side {
  private final Map<Bucket.Key, Bucket> buckets = new LinkedHashMap<>();

  void add(List<Peers> peers, Pass pass, Causes causes) {
    for (Peers field : peers) {
      add(new Field(field), pass, causes);
    }
  }

  void add(Field field, Pass pass, Causes causes) {
    Bucket.Key key = Bucket.Key.of(field, pass);
    buckets.computeIfAbsent(key, Bucket::new).add(pass, causes);
  }

  Iterable<Bucket> buckets() {
    return buckets.values();
  }
}
