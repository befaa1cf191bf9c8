package io.policyc.compiler.cilium;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Judges `toPorts`.
final class PortsCheck {
  private static final int MAX_PORTS = 40;

  private final Violations violations;
  private final HttpCheck http;
  private final HostNameCheck names;

  PortsCheck(Violations violations) {
    this.violations = violations;
    this.http = new HttpCheck(violations);
    this.names = new HostNameCheck(violations);
  }

  /// Judges one item of a rule that allows.
  void allow(PortRule rule, At at, boolean ingress) {
    if (rule.ports().size() > MAX_PORTS) {
      violations.add("2a.10", at.child("ports"), "more than " + MAX_PORTS + " ports");
    }
    for (int i = 0; i < rule.ports().size(); i++) {
      At port = at.child("ports").item(i);
      port(rule.ports().get(i), port);
      layer7(rule, rule.ports().get(i), port);
    }
    serverNames(rule, at);
    rule.listener().ifPresent(listener -> listener(rule, listener, at, ingress));
    rule.rules().ifPresent(rules -> rules(rule, rules, at.child("rules"), ingress));
  }

  /// Judges one item of a rule that denies.
  void deny(PortDenyRule rule, At at) {
    if (rule.ports().size() > MAX_PORTS) {
      violations.add("2b.13", at.child("ports"), "more than " + MAX_PORTS + " ports");
    }
    for (int i = 0; i < rule.ports().size(); i++) {
      port(rule.ports().get(i), at.child("ports").item(i));
    }
  }

  private void port(PortProtocol port, At at) {
    Protocol protocol = port.effectiveProtocol();
    if (!violations.version().atLeast(since(protocol))) {
      violations.add(
          "2a.4",
          at.child("protocol"),
          "Cilium %s does not know `%s`".formatted(violations.version().text(), protocol));
    }
    if (port.endPort().isPresent() && (port.endPort().getAsInt() >>> 16) != 0) {
      violations.add(
          "2a.11", at.child("endPort"), "`" + port.endPort().getAsInt() + "` is no port");
    }
    number(port, protocol, at.child("port"));
  }

  private void number(PortProtocol port, Protocol protocol, At at) {
    String text = port.port().orElse("");
    if (text.isEmpty()) {
      // `port: ""` is refused by the schema's pattern, a missing one by Cilium.
      if (!violations.flags().extendedProtocols() || port.port().isPresent()) {
        violations.add("2b.14", at, "the port is missing");
      }
    } else if (!Syntax.isPortName(text)) {
      if (Syntax.portNumber(text).isEmpty()) {
        violations.add("2b.14", at, "`" + text + "` is neither a port nor a port's name");
      } else if (protocol.portless() && !text.equals("0")) {
        violations.add("2b.14", at, "`" + protocol + "` has no ports: write 0");
      }
    }
  }

  private static CiliumVersion since(Protocol protocol) {
    return switch (protocol) {
      case TCP, UDP, SCTP, ANY -> CiliumVersion.V1_18;
      case VRRP, IGMP -> CiliumVersion.V1_19;
      case GRE, IPIP, IPV6, ESP, AH -> CiliumVersion.V1_20;
    };
  }

  private void layer7(PortRule rule, PortProtocol port, At at) {
    if (!rule.hasL7()) {
      return;
    }
    String text = port.port().orElse("");
    OptionalInt number = Syntax.isPortName(text) ? OptionalInt.empty() : Syntax.portNumber(text);
    boolean dns = !rule.rules().orElseThrow().dnsRules().isEmpty();
    if (!dns && port.effectiveProtocol() != Protocol.TCP) {
      violations.add(
          "2b.8",
          at.child("protocol"),
          "rules about HTTP need TCP, not `" + port.effectiveProtocol() + "`");
    }
    if (number.isPresent() && number.getAsInt() == 0) {
      violations.add("2b.9", at.child("port"), "rules on layer 7 need a port other than 0");
    }
    if (dns && number.isPresent() && port.endPort().orElse(0) > number.getAsInt()) {
      violations.add("2b.9", at.child("endPort"), "rules about DNS take no range of ports");
    }
  }

  private void serverNames(PortRule rule, At at) {
    if (rule.serverNames().isEmpty()) {
      return;
    }
    if (rule.hasL7() && rule.terminatingTls().isEmpty()) {
      violations.add(
          "2b.11",
          at.child("serverNames"),
          "`serverNames` with rules on layer 7 need `terminatingTLS`");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rule.serverNames().size(); i++) {
      At name = at.child("serverNames").item(i);
      serverName(rule.serverNames().get(i), name);
      if (!seen.add(rule.serverNames().get(i))) {
        violations.add("2a.12", name, "`" + rule.serverNames().get(i) + "` is there twice");
      }
    }
  }

  private void serverName(String name, At at) {
    if (name.isEmpty()) {
      violations.add("2b.11", at, "the name of the server is empty");
    } else if (name.length() > 255 || !matchesPattern(name)) {
      violations.add(
          "2a.12",
          at,
          "`%s` is no server name for Cilium %s".formatted(name, violations.version().text()));
    } else if (name.contains("***") || name.endsWith(".")) {
      violations.add("envoy.sni", at, "Envoy refuses the server name `" + name + "`");
    }
  }

  // From 1.20 `*` may stand anywhere, before only as `*.` or `**.` at the front.
  private boolean matchesPattern(String name) {
    if (violations.version().atLeast(CiliumVersion.V1_20)) {
      return Syntax.isHostName(name, true);
    }
    int front = name.startsWith("**.") ? 3 : name.startsWith("*.") ? 2 : 0;
    return Syntax.isHostName(name.substring(front), false);
  }

  private void listener(PortRule rule, Listener listener, At at, boolean ingress) {
    At place = at.child("listener");
    if (ingress) {
      violations.add("2b.12", place, "`listener` stands in an ingress rule");
    }
    if (rule.hasL7()) {
      violations.add("2b.12", place, "`listener` stands beside rules on layer 7");
    }
    if (listener.name().isEmpty() || listener.config().isEmpty()) {
      violations.add("2a.14", place, "the listener or its configuration has no name");
    }
    int priority = listener.priority().orElse(1);
    if (priority < 1 || priority > 100) {
      violations.add(
          "2a.14", place.child("priority"), "`" + priority + "` is not between 1 and 100");
    }
  }

  private void rules(PortRule rule, L7Rules rules, At at, boolean ingress) {
    if (rules.http().isPresent() == rules.dns().isPresent()) {
      violations.add("2a.5", at, "exactly one of `http` and `dns` is wanted");
    }
    if (!rules.isEmpty() && !violations.flags().l7Proxy()) {
      violations.add("2b.7", at, "the layer 7 proxy is switched off in the cluster");
    }
    if (ingress && !rules.dnsRules().isEmpty()) {
      violations.add("2b.7", at.child("dns"), "rules about DNS stand in an ingress rule");
    }
    if (!rules.dnsRules().isEmpty() && rule.ports().isEmpty()) {
      violations.add("2b.9", at.child("dns"), "rules about DNS need a port");
    }
    names.check(rules.dnsRules(), at.child("dns"));
    List<HttpRule> requests = rules.httpRules();
    for (int i = 0; i < requests.size(); i++) {
      http.check(requests.get(i), at.child("http").item(i));
    }
  }
}
