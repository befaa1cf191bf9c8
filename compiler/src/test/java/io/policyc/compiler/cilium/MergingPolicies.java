package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// Makes sets of policies that are fine one by one, for the same few pods, peers and ports.
///
/// Left out: TLS contexts, for which Cilium needs secrets.
final class MergingPolicies {
  private final SplittableRandom random;

  MergingPolicies(long seed) {
    random = new SplittableRandom(seed);
  }

  List<CiliumNetworkPolicy> policies() {
    List<CiliumNetworkPolicy> policies = new ArrayList<>();
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      PolicyRule rule = PolicyRule.about(subject()).withEgress(List.of(rule()), List.of());
      policies.add(CiliumNetworkPolicy.of(Metadata.of("shop", "p" + i), rule));
    }
    return policies;
  }

  private EndpointSelector subject() {
    return switch (random.nextInt(5)) {
      case 0 -> EndpointSelector.EMPTY;
      case 1 -> EndpointSelector.labels(Map.of("app", "web"));
      case 2 -> EndpointSelector.labels(Map.of("k8s:app", "api"));
      case 3 -> expression(MatchExpression.in("app", List.of("web", "api")));
      default -> expression(MatchExpression.notIn("app", List.of("web", "db")));
    };
  }

  private static EndpointSelector expression(MatchExpression expression) {
    return EndpointSelector.of(Map.of(), List.of(expression));
  }

  private AllowRule rule() {
    AllowRule rule = AllowRule.NOTHING.withPeers(peers());
    if (random.nextInt(8) == 0) {
      rule = rule.withAuthentication(AuthenticationMode.REQUIRED);
    } else if (random.nextInt(8) == 0) {
      rule = rule.withAuthentication(AuthenticationMode.DISABLED);
    }
    return random.nextInt(10) == 0 ? rule : rule.withPorts(List.of(ports()));
  }

  private List<Peers> peers() {
    return switch (random.nextInt(13)) {
      case 0 -> List.of();
      case 1 -> List.of(new Peers.Entities(List.of(Entity.CLUSTER)));
      case 2 -> List.of(new Peers.Entities(List.of(Entity.HOST)));
      case 3 -> List.of(new Peers.Entities(List.of(Entity.ALL)));
      case 4 -> List.of(new Peers.Fqdns(List.of(FqdnSelector.name("a.example"))));
      case 5 -> List.of(new Peers.Cidrs(List.of("10.0.0.0/8")));
      case 6 -> List.of(new Peers.CidrSet(List.of(CidrRule.cidr("10.0.0.0/8", List.of()))));
      case 7 -> List.of(new Peers.Endpoints(List.of()));
      default ->
          List.of(new Peers.Endpoints(List.of(EndpointSelector.labels(Map.of("app", "db")))));
    };
  }

  private PortRule ports() {
    PortRule rule = PortRule.of(List.of(port()));
    return switch (random.nextInt(6)) {
      case 0 -> rule;
      case 1 -> http();
      case 2, 3 -> dns();
      case 4 -> rule.withServerNames(List.of(random.nextBoolean() ? "a.example" : "b.example"));
      default ->
          new PortRule(
              rule.ports(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.of(listener()),
              Optional.empty(),
              Comments.NONE);
    };
  }

  private PortRule http() {
    return PortRule.of(List.of(PortProtocol.of(80, Protocol.TCP)))
        .withRules(L7Rules.http(List.of(HttpRule.EVERY.withMethod("GET"))));
  }

  private PortRule dns() {
    PortProtocol any = new PortProtocol(Optional.of("80"), OptionalInt.empty(), Optional.empty());
    return PortRule.of(List.of(random.nextBoolean() ? any : PortProtocol.of(80, Protocol.TCP)))
        .withRules(L7Rules.dns(List.of(FqdnSelector.name("a"))));
  }

  private PortProtocol port() {
    return switch (random.nextInt(6)) {
      case 0 -> PortProtocol.range(80, 81, Protocol.TCP);
      case 1 -> new PortProtocol(Optional.of("0120"), OptionalInt.empty(), Optional.empty());
      case 2 -> PortProtocol.of(80, Protocol.UDP);
      default -> PortProtocol.of(80, Protocol.TCP);
    };
  }

  private Listener listener() {
    OptionalInt priority = random.nextBoolean() ? OptionalInt.of(7) : OptionalInt.empty();
    return new Listener(
        Optional.of(Listener.Kind.CILIUM_ENVOY_CONFIG),
        "envoy",
        random.nextBoolean() ? "a" : "b",
        priority);
  }
}
