package io.policyc.compiler.cilium;

import java.util.Optional;

/// What of an entry matters when Cilium merges it with another for the same peer and port.
///
/// Source: Cilium v1.20.2 `pkg/policy/l4.go` `createL4Filter`, `pkg/policy/rule.go`
/// `mergePortProto`.
///
/// @param parser who looks into the traffic
/// @param layer7 whether there are rules on layer 7
/// @param sni whether it names TLS servers
record MergeFeatures(
    Parser parser,
    boolean layer7,
    boolean sni,
    Optional<AuthenticationMode> authentication,
    Optional<TlsContext> terminating,
    Optional<TlsContext> originating,
    Optional<Listener> listener) {
  /// Who looks into the traffic.
  enum Parser {
    NONE,
    TLS,
    HTTP,
    DNS,
    LISTENER;

    /// Whether Cilium can merge an entry of this parser with one of another.
    boolean mergesWith(Parser other) {
      return this == other
          || this == NONE
          || other == NONE
          || (this == TLS && other == HTTP)
          || (this == HTTP && other == TLS);
    }
  }

  /// The features of a rule without ports.
  static MergeFeatures of(AllowRule rule) {
    return new MergeFeatures(
        Parser.NONE,
        false,
        false,
        rule.authentication(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The features of an entry of `toPorts`.
  static MergeFeatures of(AllowRule rule, PortRule ports) {
    return new MergeFeatures(
        parser(ports),
        ports.hasL7(),
        !ports.serverNames().isEmpty(),
        rule.authentication(),
        ports.terminatingTls(),
        ports.originatingTls(),
        ports.listener());
  }

  private static Parser parser(PortRule ports) {
    if (ports.listener().isPresent()) {
      return Parser.LISTENER;
    }
    if (ports.hasL7()) {
      return ports.rules().orElseThrow().dnsRules().isEmpty() ? Parser.HTTP : Parser.DNS;
    }
    boolean tls = ports.terminatingTls().isPresent() || ports.originatingTls().isPresent();
    return tls || !ports.serverNames().isEmpty() ? Parser.TLS : Parser.NONE;
  }

  /// Whether an entry with these can clash at all: HTTP and plain entries never do with each other.
  boolean special() {
    return parser == Parser.DNS
        || parser == Parser.TLS
        || parser == Parser.LISTENER
        || sni
        || authentication.isPresent()
        || terminating.isPresent()
        || originating.isPresent();
  }

  /// What goes wrong with another entry.
  Optional<Conflict.Kind> clash(MergeFeatures other) {
    if (!parser.mergesWith(other.parser)) {
      return Optional.of(Conflict.Kind.PARSERS);
    }
    if (differ(authentication, other.authentication)) {
      return Optional.of(Conflict.Kind.AUTHENTICATION);
    }
    if (differ(terminating, other.terminating) || differ(originating, other.originating)) {
      return Optional.of(Conflict.Kind.TLS_CONTEXTS);
    }
    if (listenersClash(other)) {
      return Optional.of(Conflict.Kind.LISTENERS);
    }
    boolean ended = terminating.isPresent() || other.terminating.isPresent();
    if ((sni || other.sni) && (layer7 || other.layer7) && !ended) {
      return Optional.of(Conflict.Kind.SNI_WITH_L7);
    }
    if (sni != other.sni) {
      return Optional.of(Conflict.Kind.SNI_DEMANDED);
    }
    return authentication.isPresent() != other.authentication.isPresent()
        ? Optional.of(Conflict.Kind.AUTH_DEMANDED)
        : Optional.empty();
  }

  private static <T> boolean differ(Optional<T> a, Optional<T> b) {
    return a.isPresent() && b.isPresent() && !a.equals(b);
  }

  private boolean listenersClash(MergeFeatures other) {
    return differ(listener, other.listener)
        && listener.map(Listener::priority).equals(other.listener.map(Listener::priority));
  }
}
