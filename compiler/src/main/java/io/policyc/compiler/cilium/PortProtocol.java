package io.policyc.compiler.cilium;

import java.util.Optional;
import java.util.OptionalInt;

/// One item of `ports`: `{port: "8080", endPort: 8090, protocol: TCP}`.
///
/// @param port a number or a container port's name; `0` is every port
/// @param endPort the last port of a range; Cilium ignores one below `port`
/// @param protocol absent is [Protocol#ANY]
public record PortProtocol(
    Optional<String> port, OptionalInt endPort, Optional<Protocol> protocol) {
  /// One port of one protocol.
  public static PortProtocol of(int port, Protocol protocol) {
    return new PortProtocol(
        Optional.of(Integer.toString(port)), OptionalInt.empty(), Optional.of(protocol));
  }

  /// The ports from the first to the last, both included.
  public static PortProtocol range(int first, int last, Protocol protocol) {
    return new PortProtocol(
        Optional.of(Integer.toString(first)), OptionalInt.of(last), Optional.of(protocol));
  }

  /// The protocol that Cilium takes it for.
  public Protocol effectiveProtocol() {
    return protocol.orElse(Protocol.ANY);
  }
}
