package io.policyc.compiler.found;

import java.util.List;

/// What the manifests of an input tell.
///
/// It is never all that runs in a cluster: that no pod is found says nothing, and neither does it
/// that no pod carries the labels of two workloads.
///
/// @param pods whatever has a pod template, in the order of the manifests
/// @param services the Services that select pods
public record Found(List<FoundPods> pods, List<FoundService> services) {
  /// Without manifests.
  public static final Found NOTHING = new Found(List.of(), List.of());

  public Found {
    pods = List.copyOf(pods);
    services = List.copyOf(services);
  }

  /// Whether nothing is told.
  public boolean isEmpty() {
    return pods.isEmpty() && services.isEmpty();
  }
}
