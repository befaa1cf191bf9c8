package io.policyc.compiler.model;

import java.util.List;
import java.util.Optional;

/// One end of a conversation.
public sealed interface Peer {
  /// Pods: of a declared workload, or a group such as `every pod in monitoring`.
  ///
  /// @param scope the namespaces they are in
  /// @param selection which pods there
  /// @param workload the workload that is named; empty for a group. A group's port name makes one
  ///   end for each workload in the group that has the port: then `named` is false, `workload` is
  ///   there, and `selection` holds the conditions of both.
  /// @param named whether the sentence names the workload itself, which closes it
  record Pods(NamespaceScope scope, Selection selection, Optional<Workload> workload, boolean named)
      implements Peer {}

  /// A declared external.
  record Outside(External external) implements Peer {}

  /// One of Cilium's entities.
  record Of(Entity entity) implements Peer {}

  /// Any peer at all, but for the node that the other end's pod runs on.
  ///
  /// @param outside the namespace whose pods are left out
  /// @param but the workloads whose pods are left out, sorted by qualified name
  record Anyone(Optional<String> outside, List<Workload> but) implements Peer {
    public Anyone {
      but = List.copyOf(but);
    }

    /// Whether nobody is left out.
    public boolean isEverybody() {
      return outside.isEmpty() && but.isEmpty();
    }
  }

  /// Cilium's entities, by the names that Cilium gives them.
  enum Entity {
    WORLD("world"),
    CLUSTER("cluster"),
    HOST("host"),
    REMOTE_NODE("remote-node"),
    KUBE_APISERVER("kube-apiserver"),
    INGRESS("ingress");

    private final String cilium;

    Entity(String cilium) {
      this.cilium = cilium;
    }

    /// What a CiliumNetworkPolicy calls it.
    public String cilium() {
      return cilium;
    }
  }
}
