package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Makes policies that Cilium mostly accepts, and refuses for each reason now and then.
final class PlausiblePolicies extends PolicyDice {
  private final PlausiblePorts ports;

  PlausiblePolicies(SplittableRandom random) {
    super(random);
    this.ports = new PlausiblePorts(random.split());
  }

  CiliumNetworkPolicy policy() {
    return CiliumNetworkPolicy.of(Metadata.of("shop", "p" + number(1000)), rule());
  }

  private PolicyRule rule() {
    boolean deny = rare(3);
    return new PolicyRule(
        Optional.empty(),
        rare(30) ? Optional.empty() : Optional.of(selector()),
        rare(60) ? Optional.of(selector()) : Optional.empty(),
        new DefaultDeny(rare(3) ? Optional.of(rare(2)) : Optional.empty(), Optional.empty()),
        list(1, () -> allow(true)),
        deny ? list(1, () -> deny(true)) : List.of(),
        list(1, () -> allow(false)),
        deny ? list(1, () -> deny(false)) : List.of(),
        List.of(),
        rare(20)
            ? Optional.of(pick("web", "a log line", "é", "x".repeat(33), "a\tb"))
            : Optional.empty());
  }

  private AllowRule allow(boolean ingress) {
    boolean icmp = rare(6);
    return new AllowRule(
        peers(ingress, true),
        icmp && !rare(20) ? List.of() : list(2, () -> ports.portRule(ingress)),
        icmp ? List.of(ports.icmp()) : List.of(),
        rare(12) ? Optional.of(pick(AuthenticationMode.values())) : Optional.empty(),
        Comments.NONE);
  }

  private DenyRule deny(boolean ingress) {
    boolean icmp = rare(5);
    return new DenyRule(
        peers(ingress, false),
        icmp ? List.of() : list(2, () -> PortDenyRule.of(list(2, ports::port))),
        icmp ? List.of(ports.icmp()) : List.of(),
        Comments.NONE);
  }

  private List<Peers> peers(boolean ingress, boolean allow) {
    List<Peers> peers = new ArrayList<>();
    if (!rare(4)) {
      peers.add(peers(number(ingress ? 6 : allow ? 8 : 7)));
    }
    if (rare(30)) {
      Peers second = peers(number(4));
      if (peers.isEmpty() || peers.getFirst().getClass() != second.getClass()) {
        peers.add(second);
      }
    }
    return peers;
  }

  private Peers peers(int kind) {
    return switch (kind) {
      case 0 -> new Peers.Endpoints(list(2, this::selector));
      case 1 -> new Peers.Cidrs(list(2, this::cidr));
      case 2 -> new Peers.CidrSet(list(2, this::cidrRule));
      case 3 -> new Peers.Entities(list(2, () -> pick(Entity.values())));
      case 4 -> rare(12) ? new Peers.Nodes(list(1, this::selector)) : peers(0);
      case 5 -> rare(2) ? new Peers.Groups(List.of(new GroupPeer(Optional.empty()))) : peers(0);
      case 6 -> new Peers.Services(list(1, this::service));
      default -> new Peers.Fqdns(list(2, ports::name));
    };
  }

  private ServicePeer service() {
    return new ServicePeer(
        Optional.of(new ServicePeer.ByName(Optional.of("db"), Optional.of("data"))),
        rare(3)
            ? Optional.of(new ServicePeer.ByLabels(selector(), Optional.empty()))
            : Optional.empty());
  }

  private EndpointSelector selector() {
    Map<String, String> labels = new TreeMap<>();
    for (int i = number(3); i > 0; i--) {
      labels.put(key(), value());
    }
    return EndpointSelector.of(labels, rare(3) ? List.of(expression()) : List.of());
  }

  private MatchExpression expression() {
    MatchExpression.Operator operator = pick(MatchExpression.Operator.values());
    boolean wanted =
        operator == MatchExpression.Operator.IN || operator == MatchExpression.Operator.NOT_IN;
    boolean given = rare(20) != wanted;
    return new MatchExpression(key(), operator, given ? List.of(value(), "x") : List.of());
  }

  private String key() {
    return rare(80)
        ? pick(
            "a:b:c",
            "-a",
            "k-s:a",
            ":a",
            "a/b/c",
            "A.b/c",
            "a b",
            "",
            "a/",
            "$host",
            "x".repeat(64))
        : pick(
            "app",
            "k8s:app",
            "any:tier",
            "io.kubernetes.pod.namespace",
            "k8s:io.kubernetes.pod.namespace",
            "app.kubernetes.io/name",
            "reserved:host",
            "x".repeat(63));
  }

  private String value() {
    return rare(80)
        ? pick("a b", "-a", "a.", "x".repeat(64), "é", "a/b")
        : pick("web", "", "a_B.c-1", "1", "x".repeat(63), "true");
  }

  private String cidr() {
    return rare(15)
        ? pick(
            "10.0.0.1",
            "10.0.0.0/33",
            "10.0.0/8",
            "::1",
            "",
            "010.0.0.0/8",
            "::/129",
            "fe80::1%a/64")
        : pick(
            "10.0.0.0/8",
            "10.1.2.3/16",
            "0.0.0.0/0",
            "::/0",
            "2001:db8::/32",
            "::ffff:1.2.3.4/120");
  }

  private CidrRule cidrRule() {
    boolean group = rare(4);
    return new CidrRule(
        group && !rare(20) ? Optional.empty() : Optional.of(cidr()),
        group ? Optional.of(pick("partners", "a.b", rare(10) ? "A" : "c")) : Optional.empty(),
        rare(20) ? Optional.of(selector()) : Optional.empty(),
        rare(3)
            ? list(2, () -> pick("10.1.0.0/16", "10.0.0.0/7", "2001:db8:1::/48", "1.2.3.4/32"))
            : List.of());
  }
}
