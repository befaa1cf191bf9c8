package io.policyc.tests.naive;

import io.policyc.compiler.Protocol;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What passes between a sender and a receiver.
public sealed interface What {
  /// Bytes on a port that are none of the kinds below.
  record Opaque(Protocol protocol, int port) implements What {}

  /// An HTTP request in clear text.
  ///
  /// @param target path and query, as sent
  /// @param host as sent, perhaps with a port
  /// @param headers names in lower case
  record Http(
      int port, String method, String target, String host, SortedMap<String, String> headers)
      implements What {
    public Http {
      headers = new TreeMap<>(headers);
    }

    /// The target up to its query.
    public String path() {
      int query = target.indexOf('?');
      return query < 0 ? target : target.substring(0, query);
    }

    /// Whether a query string follows the path.
    public boolean hasQuery() {
      return target.indexOf('?') >= 0;
    }
  }

  /// A DNS query.
  ///
  /// @param name without a trailing dot
  record Dns(Protocol protocol, int port, String name) implements What {}

  /// A TLS connection.
  ///
  /// @param serverName what the client asks for; empty where it names nothing
  record Tls(int port, Optional<String> serverName) implements What {}

  /// A message of ICMP, or of ICMPv6.
  record Icmp(boolean v6, int type) implements What {
    /// Whether it is an echo request.
    public boolean isPing() {
      return type == (v6 ? 128 : 8);
    }
  }

  /// The protocol that carries it; empty for ICMP.
  default Optional<Protocol> carrier() {
    return switch (this) {
      case Opaque(var protocol, _) -> Optional.of(protocol);
      case Http _, Tls _ -> Optional.of(Protocol.TCP);
      case Dns(var protocol, _, _) -> Optional.of(protocol);
      case Icmp _ -> Optional.empty();
    };
  }

  /// The receiver's port; 0 for ICMP, which has none.
  default int number() {
    return switch (this) {
      case Opaque(_, var port) -> port;
      case Http(var port, _, _, _, _) -> port;
      case Dns(_, var port, _) -> port;
      case Tls(var port, _) -> port;
      case Icmp _ -> 0;
    };
  }
}
