package io.policyc.compiler.cilium;

import java.util.Optional;
import java.util.OptionalInt;

/// An Envoy listener that a port's traffic is sent to.
///
/// @param kind `CiliumEnvoyConfig` when absent
/// @param config the name of the object that declares the listener
/// @param name the listener
/// @param priority 1 to 100
public record Listener(Optional<Kind> kind, String config, String name, OptionalInt priority) {
  /// The kind of object that declares a listener.
  public enum Kind {
    /// Of the policy's namespace.
    CILIUM_ENVOY_CONFIG("CiliumEnvoyConfig"),
    /// Of the cluster.
    CILIUM_CLUSTERWIDE_ENVOY_CONFIG("CiliumClusterwideEnvoyConfig");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As YAML spells it.
    public String word() {
      return word;
    }
  }
}
