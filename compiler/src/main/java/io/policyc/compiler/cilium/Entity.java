package io.policyc.compiler.cilium;

import java.util.Arrays;
import java.util.Optional;

/// A peer that Cilium knows by a word of its own.
///
/// These are the words of the CRD. `world-ipv4` and `world-ipv6` are known to Cilium's code and
/// refused by the CRD, so no object can carry them.
public enum Entity {
  /// Everything.
  ALL("all"),
  /// Everything outside the cluster.
  WORLD("world"),
  /// Pods of this cluster, its nodes, and what else belongs to it.
  CLUSTER("cluster"),
  /// The node that the pod runs on.
  HOST("host"),
  /// Endpoints whose identity isn't known yet.
  INIT("init"),
  /// Cilium's own Ingress and Gateway proxy.
  INGRESS("ingress"),
  /// Pods that Cilium doesn't manage.
  UNMANAGED("unmanaged"),
  /// All other nodes, those of a mesh too.
  REMOTE_NODE("remote-node"),
  /// Cilium's health endpoints.
  HEALTH("health"),
  /// Nobody.
  NONE("none"),
  /// The API server, wherever it runs.
  KUBE_APISERVER("kube-apiserver"),
  /// `cluster` with the pods of all clusters of the mesh (1.20).
  CLUSTER_MESH("cluster-mesh");

  private final String word;

  Entity(String word) {
    this.word = word;
  }

  /// As YAML spells it.
  public String word() {
    return word;
  }

  /// The entity of that word; empty when the CRD has none.
  public static Optional<Entity> of(String word) {
    return Arrays.stream(values()).filter(entity -> entity.word.equals(word)).findFirst();
  }
}
