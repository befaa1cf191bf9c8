package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Peer;
import io.policyc.findings.Span;

/// One end of a sentence and where it is named.
record End(Peer peer, Span at) {
  /// What is meant, in the same words wherever it is named; of a group, the words of the sentence.
  String key() {
    return switch (peer) {
      case Peer.Pods pods when pods.named() -> pods.workload().orElseThrow().qualifiedName();
      case Peer.Outside(var external) -> external.namespace() + "/" + external.name();
      case Peer.Pods _, Peer.Of _, Peer.Anyone _ -> at.text();
    };
  }
}
