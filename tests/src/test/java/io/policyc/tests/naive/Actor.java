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
