package io.policyc.compiler.emit.falco;

import java.util.Optional;

/// What Falco cannot tell apart: a sentence for the rule's description and, where it depends on
/// what the input says, words for a note.
enum Blind {
  /// Peers that are pods, nodes or entities.
  PEERS(
      "Peers have no labels for Falco: any address on a granted port counts as the peer, except"
          + " link-local ones where it is a pod.",
      "any address on a granted port counts as the peer"),
  /// Receivers behind Services of which the input doesn't tell the port.
  SERVICES(
      "A Service in front of a peer is expected on the port that the peer itself listens on.",
      "a Service is expected on the port of its pods"),
  /// Externals with a `*` in a host, or with a CIDR group.
  VAGUE(
      "Hosts with `*` and CIDR groups have no addresses for Falco: any on their ports counts.",
      "any address counts as a host with `*` or a CIDR group"),
  /// Host names.
  NAMES(
      "Falco looks host names up on the node: where the pod gets other addresses, it alerts.",
      "host names are looked up by Falco on the node"),
  /// Service accounts.
  ACCOUNTS(
      "Falco sees no service accounts: pods with the same labels under another one count, too.",
      "service accounts are not seen, so pods under another one count, too"),
  /// Labels of namespaces.
  NAMESPACES(
      "Falco sees no labels of namespaces: pods of every namespace count.",
      "labels of namespaces are not seen, so pods of every namespace count"),
  /// Pods of many workloads at once.
  OVERLAPS(
      "Many other workloads and groups may share pods with this one: pods with their labels are not"
          + " looked at.",
      "pods that may belong to many other workloads, too, are not looked at"),
  /// Workloads of wasm.
  WASM(
      "A wasm module starts no programs: what Falco sees is the shim that runs it.",
      "a wasm module starts no programs, and what is seen is the shim that runs it"),
  /// Scripts and links, where a start does not name the file that was asked for.
  SCRIPTS(
      "Before Falco 0.44 a script is its interpreter, and a symbolic link what it leads to.",
      "before Falco 0.44 a script is its interpreter, and a symbolic link what it leads to"),
  /// Connections that fail.
  FAILED(
      "A connection that fails has no address for Falco: what a policy drops is seen only where the"
          + " program does not wait for it. What goes through io_uring is not seen."),
  /// Datagram sockets on the ports of clients.
  EPHEMERAL("Datagram sockets on ports from 32768 on count as clients."),
  /// Sockets that only the pod itself reaches.
  LOOPBACK("Sockets on the loopback address do not count: nobody else reaches them.");

  private final String sentence;
  private final Optional<String> note;

  Blind(String sentence) {
    this.sentence = sentence;
    this.note = Optional.empty();
  }

  Blind(String sentence, String note) {
    this.sentence = sentence;
    this.note = Optional.of(note);
  }

  /// The sentence.
  String sentence() {
    return sentence;
  }

  /// What the compile says of it; empty for what holds of every rule of the kind.
  Optional<String> note() {
    return note;
  }
}
