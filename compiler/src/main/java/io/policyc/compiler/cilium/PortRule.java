package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// One item of `toPorts` of a rule that allows.
///
/// @param ports none at all opens nothing
/// @param terminatingTls how Envoy ends the client's TLS
/// @param originatingTls how Envoy begins TLS to the server
/// @param serverNames TLS server names that pass; none: whatever is said
/// @param listener where the traffic is sent
/// @param rules what passes on layer 7
/// @param comments lines above it
public record PortRule(
    List<PortProtocol> ports,
    Optional<TlsContext> terminatingTls,
    Optional<TlsContext> originatingTls,
    List<String> serverNames,
    Optional<Listener> listener,
    Optional<L7Rules> rules,
    Comments comments) {
  public PortRule {
    ports = List.copyOf(ports);
    serverNames = List.copyOf(serverNames);
  }

  /// Ports that are open for everything.
  public static PortRule of(List<PortProtocol> ports) {
    return new PortRule(
        ports,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Comments.NONE);
  }

  /// The same for TLS with one of these server names only.
  public PortRule withServerNames(List<String> names) {
    return new PortRule(ports, terminatingTls, originatingTls, names, listener, rules, comments);
  }

  /// The same for what these rules let pass only.
  public PortRule withRules(L7Rules layer7) {
    return new PortRule(
        ports,
        terminatingTls,
        originatingTls,
        serverNames,
        listener,
        Optional.of(layer7),
        comments);
  }

  /// The same with these lines above it.
  public PortRule withComments(Comments lines) {
    return new PortRule(ports, terminatingTls, originatingTls, serverNames, listener, rules, lines);
  }

  /// Whether layer 7 rules look at its traffic.
  public boolean hasL7() {
    return rules.isPresent() && !rules.get().isEmpty();
  }
}
