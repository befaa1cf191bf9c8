package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operator;

/// Events of sockets that mean what they seem to mean. Only sockets of IPv4 and IPv6 have a port.
///
/// `fd.sip` and `fd.sport` are the server's side; `fd.rip` and `fd.lport` are turned round where
/// Falco does not know the pod's own address.
final class Sockets {
  private final Library library;

  Sockets(Library library) {
    this.library = library;
  }

  /// A connection has begun: to an address that isn't the pod's own.
  ///
  /// Resolvers connect datagram sockets to learn their own address and send nothing: glibc to the
  /// port that is asked for or 0, Go to 9 (net/addrselect.go), musl to 65535 (lookup_name.c).
  Condition connected() {
    return library.macro(
        "policyc_connected",
        "A connection has begun; one that failed has no address. Resolvers connect to ports 0, 9"
            + " and 65535 and send nothing",
        () ->
            Terms.all(
                Terms.is("evt.type", "connect"),
                Terms.any(
                    Terms.number("evt.rawres", Operator.GE, 0), Terms.is("evt.res", "EINPROGRESS")),
                Terms.exists("fd.sport"),
                Terms.not(own()),
                Terms.any(
                    Terms.is("fd.l4proto", "tcp"),
                    Terms.not(Terms.in("fd.sport", "0", "9", "65535")))));
  }

  /// A datagram went to a new address without a connection.
  Condition sent() {
    return library.macro(
        "policyc_sent",
        "A datagram went to a new address, without a connection before",
        () ->
            Terms.all(
                Terms.in("evt.type", "sendto", "sendmsg", "sendmmsg"),
                // An IPv4 peer of an IPv6 socket has `<NA>` (Falco 0.44.1), which Falco warns to
                // compare with.
                Terms.not(Terms.in("fd.l4proto", "tcp", "icmp", "raw")),
                Terms.is("fd.name_changed", "true"),
                Terms.exists("fd.sport"),
                Terms.not(own())));
  }

  /// A socket waits for connections.
  Condition listens() {
    return library.macro(
        "policyc_listens",
        "A socket waits for connections, and not only from its own pod",
        () ->
            Terms.all(
                Terms.is("evt.type", "listen"),
                Terms.number("evt.rawres", Operator.EQ, 0),
                Terms.exists("fd.sport"),
                Terms.not(loopback())));
  }

  /// A datagram socket waits on a port that is not one of those that clients get.
  Condition bound() {
    return library.macro(
        "policyc_bound",
        "A datagram socket waits on a port below those that clients are given",
        () ->
            Terms.all(
                Terms.is("evt.type", "bind"),
                Terms.number("evt.rawres", Operator.EQ, 0),
                Terms.is("fd.l4proto", "udp"),
                Terms.number("fd.sport", Operator.GT, 0),
                Terms.number("fd.sport", Operator.LT, 32_768),
                Terms.not(loopback())));
  }

  private Condition own() {
    return library.macro(
        "policyc_own_address",
        "The pod itself, by loopback or by its own address",
        () ->
            Terms.any(
                // Who sends to no address sends to itself.
                Terms.in("fd.snet", "127.0.0.0/8", "::1/128", "0.0.0.0/32"),
                Terms.same("fd.sip", "fd.cip")));
  }

  private static Condition loopback() {
    return Terms.in("fd.snet", "127.0.0.0/8", "::1/128");
  }
}
