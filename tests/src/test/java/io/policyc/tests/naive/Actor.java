package io.policyc.tests.naive;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something that takes part in a conversation.
public sealed interface Actor {
  /// A pod.
  ///
  /// @param node the node that it runs on
  /// @param namespaceLabels the labels of its namespace
  record Pod(
      String name,
      String namespace,
      SortedMap<String, String> labels,
      String serviceAccount,
      SortedMap<String, String> namespaceLabels,
      String node)
      implements Actor {
    public Pod {
      labels = new TreeMap<>(labels);
      namespaceLabels = new TreeMap<>(namespaceLabels);
    }
  }

  /// A pod of another cluster of a mesh: others write its policy.
  ///
  /// @param pod as it is over there
  record FarPod(String cluster, Pod pod) implements Actor {}

  /// Something in the cluster that has no labels and no namespace as far as Cilium knows.
  record Nameless(Kind kind) implements Actor {
    /// What Cilium calls it.
    public enum Kind {
      /// A pod that has just started: its labels are not known yet.
      INIT,
      /// A pod that Cilium does not look after.
      UNMANAGED,
      /// Cilium's own probe of its health, which is no pod.
      HEALTH
    }

    /// Whether it may turn out to be a pod of any namespace.
    boolean mayBeAPod() {
      return kind != Kind.HEALTH;
    }
  }

  /// A node of the cluster: the local one of the pods that run on it, a remote one for all others.
  record Node(String name) implements Actor {}

  /// The API server.
  ///
  /// @param node the node that it runs on, which is then meant by the same words as any node; empty
  ///   where it runs outside of the cluster
  record ApiServer(Optional<String> node) implements Actor {}

  /// Cilium's own ingress and gateway.
  record Ingress() implements Actor {}

  /// An address outside of the cluster.
  ///
  /// @param ip a literal IPv4 or IPv6 address
  /// @param names the names that the sender resolved to it; empty where nobody knows them
  /// @param cidrGroups the CiliumCIDRGroups that hold it
  record Address(String ip, Optional<List<String>> names, List<String> cidrGroups)
      implements Actor {
    public Address {
      names = names.map(List::copyOf);
      cidrGroups = List.copyOf(cidrGroups);
    }
  }
}
