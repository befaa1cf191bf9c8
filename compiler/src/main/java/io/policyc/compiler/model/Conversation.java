package io.policyc.compiler.model;

import java.util.List;
import java.util.Optional;

/// What passes between a sender and a receiver.
public sealed interface Conversation {
  /// Every port, every protocol, and ping.
  record Everything(boolean mutualAuth) implements Conversation {}

  /// Connections and datagrams to ports.
  ///
  /// @param ports sorted, at least one
  /// @param mutualAuth whether Cilium's mutual authentication is asked for
  /// @param serverNames TLS server names, sorted; empty where none is asked for
  record Transport(List<PortRange> ports, boolean mutualAuth, List<String> serverNames)
      implements Conversation {
    public Transport {
      ports = ports.stream().sorted().distinct().toList();
      serverNames = serverNames.stream().sorted().distinct().toList();
    }
  }

  /// HTTP requests, gRPC calls among them.
  ///
  /// @param ports sorted, TCP only, at least one
  /// @param methods sorted; empty for any method
  /// @param paths at least one
  /// @param query whether a query string may follow the path; true where `paths` is an expression
  /// @param host a pattern for the host; a port may follow it
  /// @param headers all of them must be there
  /// @param mutualAuth whether Cilium's mutual authentication is asked for
  record Http(
      List<PortRange> ports,
      List<String> methods,
      List<PathMatch> paths,
      boolean query,
      Optional<String> host,
      List<HeaderMatch> headers,
      boolean mutualAuth)
      implements Conversation {
    public Http {
      ports = ports.stream().sorted().distinct().toList();
      methods = methods.stream().sorted().distinct().toList();
      paths = List.copyOf(paths);
      headers = List.copyOf(headers);
    }

    /// The same requests on other ports.
    public Http on(List<PortRange> others) {
      return new Http(others, methods, paths, query, host, headers, mutualAuth);
    }
  }

  /// Echo requests of ICMP and ICMPv6.
  record Ping() implements Conversation {}

  /// The paths of a request.
  sealed interface PathMatch {
    /// `/api/v1/items/{id}`, a valid pattern in canonical form.
    record Pattern(String text) implements PathMatch {}

    /// `/api/v1/items?page=2`: a pattern with the query that follows it; only in a promise.
    record WithQuery(String text, String query) implements PathMatch {}

    /// An RE2 expression over path and query, anchored at both ends.
    record Expression(String re2) implements PathMatch {}
  }

  /// A header that a request must have.
  ///
  /// @param name as written
  /// @param value the exact value; empty for mere presence
  record HeaderMatch(String name, Optional<String> value) {}
}
