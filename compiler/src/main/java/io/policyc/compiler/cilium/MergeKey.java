package io.policyc.compiler.cilium;

/// Entries with one key are merged for a pod; ranges that merely overlap are not.
///
/// Source: Cilium v1.20.2 `pkg/policy/l4.go`, `portProtoKey`: port, end port and protocol, exactly.
///
/// @param namespace whose pods are meant
/// @param protocol `ANY` only for a rule without ports
/// @param port 0 for every port
/// @param endPort 0 for a single port
record MergeKey(
    String namespace, boolean ingress, String protocol, String port, int endPort, String peer) {
  /// The same for a peer.
  MergeKey withPeer(String name) {
    return new MergeKey(namespace, ingress, protocol, port, endPort, name);
  }
}
