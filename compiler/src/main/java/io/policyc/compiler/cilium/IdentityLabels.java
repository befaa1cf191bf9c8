package io.policyc.compiler.cilium;

import java.util.List;

/// Which labels are part of an identity: Cilium leaves the others out, and a selector that names
/// one of them selects nothing.
///
/// A key is left out when a pattern to ignore matches at its start, unless a pattern to include
/// matches more of it. The built-in filter of an agent that was given no `labels` option.
///
/// Source: Cilium v1.20.2, v1.19.4, v1.18.5 pkg/labelsfilter/filter.go.
public final class IdentityLabels {
  private static final String OF_NAMESPACE = "io.cilium.k8s.namespace.labels";

  private static final List<String> INCLUDED =
      List.of(
          "io.kubernetes.pod.namespace",
          OF_NAMESPACE,
          "app.kubernetes.io",
          "io.cilium.k8s.policy.cluster",
          "io.cilium.k8s.policy.serviceaccount");

  private static final List<String> IGNORED =
      List.of(
          "io.kubernetes",
          "kubernetes.io",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index",
          "batch.kubernetes.io/job-completion-index",
          "batch.kubernetes.io/controller-uid",
          "k8s.io",
          "pod-template-generation",
          "pod-template-hash",
          "controller-revision-hash",
          "controller-uid",
          "etcd_node");

  private static final String IGNORED_SINCE_1_19 = "topology.kubernetes.io";
  private static final String BETA = "beta.kubernetes.io";

  private IdentityLabels() {}

  /// Whether a label of a pod is part of its identity.
  ///
  /// @param key the key as Kubernetes knows it, without a source
  public static boolean keeps(CiliumVersion version, String key) {
    int ignored = ignored(version, key);
    return ignored == 0 || included(key) > ignored;
  }

  /// Whether a label of a namespace is part of the identities of its pods.
  ///
  /// @param key the key as the namespace carries it
  public static boolean keepsOfNamespace(CiliumVersion version, String key) {
    return keeps(version, OF_NAMESPACE + "." + key);
  }

  private static int included(String key) {
    return INCLUDED.stream().filter(key::startsWith).mapToInt(String::length).max().orElse(0);
  }

  // The length of the shortest match, as the filter compares it.
  private static int ignored(CiliumVersion version, String key) {
    int shortest =
        IGNORED.stream().filter(key::startsWith).mapToInt(String::length).min().orElse(0);
    shortest = shorter(shortest, topology(version, key));
    shortest = shorter(shortest, key.startsWith("annotation") ? key.length() : 0);
    return shorter(shortest, beta(key));
  }

  private static int shorter(int a, int b) {
    return a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
  }

  private static int topology(CiliumVersion version, String key) {
    return version.atLeast(CiliumVersion.V1_19) && key.startsWith(IGNORED_SINCE_1_19)
        ? IGNORED_SINCE_1_19.length()
        : 0;
  }

  // `.*beta\.kubernetes\.io` takes as much as it can.
  private static int beta(String key) {
    int at = key.lastIndexOf(BETA);
    return at < 0 ? 0 : at + BETA.length();
  }
}
