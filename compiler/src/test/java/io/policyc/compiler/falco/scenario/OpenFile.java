package io.policyc.compiler.falco.scenario;

import java.util.Optional;

/// What a file descriptor stands for.
///
/// @param type `file`, `ipv4` …
/// @param protocol `tcp`, `udp`; empty where Falco doesn't know it
/// @param name as `fd.name` shows it
/// @param rawName as `fd.nameraw` shows it
/// @param client the client's end, of a connection
/// @param server the server's end, of a connection or a socket that listens
record OpenFile(
    String type,
    Optional<String> protocol,
    String name,
    String rawName,
    Optional<Endpoint> client,
    Optional<Endpoint> server) {
  /// An address and a port.
  record Endpoint(String address, int port) {
    /// Reads `1.2.3.4:80` or `[2001:db8::1]:443`.
    static Endpoint parse(String text) {
      int colon = text.lastIndexOf(':');
      String address = text.substring(0, colon).replace("[", "").replace("]", "");
      return new Endpoint(address, Integer.parseInt(text.substring(colon + 1)));
    }

    boolean v6() {
      return address.indexOf(':') >= 0;
    }

    /// An IPv4 address that is written as an IPv6 one, as such.
    Endpoint unmapped() {
      return new Endpoint(address.startsWith("::ffff:") ? address.substring(7) : address, port);
    }

    @Override
    public String toString() {
      return address + ":" + port;
    }
  }

  /// A file or directory.
  static OpenFile file(String type, String name, String rawName) {
    return new OpenFile(type, Optional.empty(), name, rawName, Optional.empty(), Optional.empty());
  }

  /// What has a type and a name, perhaps none.
  static OpenFile other(String type, String name) {
    return file(type, name, "");
  }

  /// How outputs abbreviate the type.
  String letter() {
    return switch (type) {
      case "file" -> "f";
      case "directory" -> "d";
      case "ipv4" -> "4";
      case "ipv6" -> "6";
      case "unix" -> "u";
      case "bpf" -> "b";
      case "memfd" -> "m";
      default -> "o";
    };
  }

  /// As `evt.arg.fd` shows it: `<4t>10.0.0.1:1->10.0.0.2:2`.
  String shown() {
    return "<" + letter() + protocol.map(p -> p.substring(0, 1)).orElse("") + ">" + name;
  }

  boolean socket() {
    return type.equals("ipv4") || type.equals("ipv6") || type.equals("unix");
  }
}
