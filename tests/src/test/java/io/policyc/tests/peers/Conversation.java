package io.policyc.tests.peers;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// A question about two ends of a world, named by their [Identity] numbers.
public sealed interface Conversation {
  /// The operation that answers it.
  String op();

  /// The field of the request in which the questions stand.
  String field();

  /// The form in which it is sent.
  ObjectNode json();

  /// The first packet, at layers 3 and 4.
  ///
  /// @param protocol `TCP`, `UDP`, `SCTP`
  /// @param port 1 to 65535
  record Packet(int from, int to, String protocol, int port) implements Conversation {
    @Override
    public String op() {
      return "verdict";
    }

    @Override
    public String field() {
      return "queries";
    }

    @Override
    public ObjectNode json() {
      return ends(from, to).put("proto", protocol).put("port", port);
    }
  }

  /// An ICMP message.
  ///
  /// @param family 4 or 6
  /// @param type 1 to 255
  record Icmp(int from, int to, int family, int type) implements Conversation {
    @Override
    public String op() {
      return "verdict";
    }

    @Override
    public String field() {
      return "queries";
    }

    @Override
    public ObjectNode json() {
      return ends(from, to).put("proto", family == 4 ? "ICMP" : "ICMPv6").put("icmpType", type);
    }
  }

  /// An HTTP request in the clear.
  ///
  /// @param path what `:path` holds, with the query string
  record Http(
      int from,
      int to,
      int port,
      String method,
      String path,
      String host,
      Map<String, String> headers)
      implements Conversation {
    public Http {
      headers = Map.copyOf(headers);
    }

    @Override
    public String op() {
      return "http";
    }

    @Override
    public String field() {
      return "requests";
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = ends(from, to).put("port", port).put("method", method);
      json.put("path", path).put("host", host).set("headers", Json.strings(headers));
      return json;
    }
  }

  /// A TLS connection.
  ///
  /// @param serverName what the client sends, or an empty text
  record Tls(int from, int to, int port, String serverName) implements Conversation {
    @Override
    public String op() {
      return "sni";
    }

    @Override
    public String field() {
      return "connections";
    }

    @Override
    public ObjectNode json() {
      return ends(from, to).put("port", port).put("serverName", serverName);
    }
  }

  /// A DNS query to the name server `to`.
  record Dns(int from, int to, String protocol, int port, String name) implements Conversation {
    @Override
    public String op() {
      return "dns";
    }

    @Override
    public String field() {
      return "queries";
    }

    @Override
    public ObjectNode json() {
      return ends(from, to).put("proto", protocol).put("port", port).put("name", name);
    }
  }

  private static ObjectNode ends(int from, int to) {
    return Json.object().put("from", from).put("to", to);
  }
}
