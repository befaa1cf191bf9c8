package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.Peers;

/// A field of peers that knows its hash: thousands of sentences are put together by their peers.
final class Field {
  private final Peers peers;
  private final int hash;

  Field(Peers peers) {
    this.peers = peers;
    this.hash = peers.hashCode();
  }

  Peers peers() {
    return peers;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Field field && hash == field.hash && peers.equals(field.peers));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
