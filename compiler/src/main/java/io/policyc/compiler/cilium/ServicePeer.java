package io.policyc.compiler.cilium;

import java.util.Optional;

/// One item of `toServices`.
///
/// @param k8sService a Service by its name
/// @param k8sServiceSelector Services by their labels
public record ServicePeer(Optional<ByName> k8sService, Optional<ByLabels> k8sServiceSelector) {
  /// `k8sService: {serviceName: db, namespace: data}`
  public record ByName(Optional<String> serviceName, Optional<String> namespace) {}

  /// `k8sServiceSelector: {selector: {…}, namespace: data}`
  public record ByLabels(EndpointSelector selector, Optional<String> namespace) {}
}
