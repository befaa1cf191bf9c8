package io.policyc.compiler.cilium;

import java.util.List;

/// Judges a `spec`.
final class RuleCheck {
  private final Violations violations;
  private final PeersCheck peers;
  private final SelectorCheck selectors;
  private final PortsCheck ports;

  RuleCheck(Violations violations) {
    this.violations = violations;
    this.peers = new PeersCheck(violations);
    this.selectors = new SelectorCheck(violations);
    this.ports = new PortsCheck(violations);
  }

  /// Judges a rule at its place.
  void check(PolicyRule rule, At at) {
    subject(rule, at);
    if (rule.ingress().isEmpty()
        && rule.ingressDeny().isEmpty()
        && rule.egress().isEmpty()
        && rule.egressDeny().isEmpty()) {
      violations.add(
          "2b.1",
          at,
          "the rule has no entry in `ingress`, `ingressDeny`, `egress` or `egressDeny`");
    }
    allow(rule.ingress(), at.child("ingress"), true);
    deny(rule.ingressDeny(), at.child("ingressDeny"), true);
    allow(rule.egress(), at.child("egress"), false);
    deny(rule.egressDeny(), at.child("egressDeny"), false);
    rule.log().flatMap(Syntax::logProblem).ifPresent(problem -> log(rule, at, problem));
  }

  private void log(PolicyRule rule, At at, String problem) {
    String message = "`" + rule.log().orElse("") + "` " + problem;
    violations.add("2a.16", at.child("log").child("value"), message);
  }

  private void subject(PolicyRule rule, At at) {
    boolean nodes = rule.nodeSelector().isPresent();
    if (nodes == rule.endpointSelector().isPresent()) {
      violations.add(
          "2a.2",
          at,
          nodes
              ? "the rule has both `endpointSelector` and `nodeSelector`"
              : "the rule has neither `endpointSelector` nor `nodeSelector`");
    }
    if (nodes) {
      violations.add(
          "2b.18", at.child("nodeSelector"), "only a cluster-wide policy has a `nodeSelector`");
    }
    rule.endpointSelector()
        .ifPresent(selector -> selectors.check(selector, at.child("endpointSelector")));
    rule.nodeSelector().ifPresent(selector -> selectors.check(selector, at.child("nodeSelector")));
  }

  private void allow(List<AllowRule> rules, At at, boolean ingress) {
    for (int i = 0; i < rules.size(); i++) {
      AllowRule rule = rules.get(i);
      At entry = at.item(i);
      peers.check(rule.peers(), entry, ingress);
      for (int n = 0; n < rule.toPorts().size(); n++) {
        ports.allow(rule.toPorts().get(n), entry.child("toPorts").item(n), ingress);
      }
      icmps(rule.icmps(), rule.toPorts().isEmpty(), entry);
      if (rule.authentication().isPresent() && !violations.flags().mutualAuth()) {
        violations.add(
            "2b.19",
            entry.child("authentication"),
            "mutual authentication is switched off in the cluster");
      }
    }
  }

  private void deny(List<DenyRule> rules, At at, boolean ingress) {
    for (int i = 0; i < rules.size(); i++) {
      DenyRule rule = rules.get(i);
      At entry = at.item(i);
      peers.check(rule.peers(), entry, ingress);
      for (int n = 0; n < rule.toPorts().size(); n++) {
        ports.deny(rule.toPorts().get(n), entry.child("toPorts").item(n));
      }
      icmps(rule.icmps(), rule.toPorts().isEmpty(), entry);
    }
  }

  private void icmps(List<IcmpRule> rules, boolean portless, At entry) {
    if (rules.isEmpty()) {
      return;
    }
    At at = entry.child("icmps");
    if (!portless) {
      violations.add("2b.4", at, "`icmps` and `toPorts` stand in one entry");
    }
    if (!violations.flags().icmpRules()) {
      violations.add("2b.4", at, "rules about ICMP are switched off in the cluster");
    }
    for (int i = 0; i < rules.size(); i++) {
      IcmpCheck.check(violations, rules.get(i), at.item(i));
    }
  }
}
