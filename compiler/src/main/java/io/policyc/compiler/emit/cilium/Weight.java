package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.cilium.MatchExpression;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.cilium.PortRule;
import io.policyc.compiler.cilium.TrafficRule;
import java.util.List;

/// About how many bytes rules take as JSON, rather too many than too few.
///
/// `kubectl apply` keeps the object in an annotation, and all annotations of an object together are
/// at most 256 KiB (Kubernetes v1.36, apimachinery pkg/api/validation, TotalAnnotationSizeLimitB).
final class Weight {
  /// What an object may come to, with room for its metadata.
  static final int MOST = 180_000;

  private static final int FIELD = 40;

  private Weight() {}

  static int of(Contents contents) {
    return sum(contents.ingress())
        + sum(contents.ingressDeny())
        + sum(contents.egress())
        + sum(contents.egressDeny());
  }

  private static <R extends TrafficRule> int sum(List<Laid<R>> rules) {
    return rules.stream().mapToInt(laid -> of(laid.rule())).sum();
  }

  private static int of(TrafficRule rule) {
    int peers = rule.peers().stream().mapToInt(Weight::of).sum();
    return FIELD
        + peers
        + switch (rule) {
          case io.policyc.compiler.cilium.AllowRule allow ->
              allow.toPorts().stream().mapToInt(Weight::of).sum();
          case io.policyc.compiler.cilium.DenyRule deny ->
              deny.toPorts().stream().mapToInt(port -> FIELD + FIELD * port.ports().size()).sum();
        };
  }

  private static int of(Peers peers) {
    return switch (peers) {
      case Peers.Endpoints(var selectors) -> selectors.stream().mapToInt(Weight::of).sum();
      case Peers.Fqdns(var names) -> names.stream().mapToInt(n -> n.toString().length()).sum();
      case Peers.CidrSet(var rules) -> rules.stream().mapToInt(r -> r.toString().length()).sum();
      default -> FIELD * (1 + peers.size());
    };
  }

  private static int of(EndpointSelector selector) {
    int labels =
        selector.matchLabels().entrySet().stream()
            .mapToInt(label -> label.getKey().length() + label.getValue().length() + 6)
            .sum();
    return FIELD + labels + selector.matchExpressions().stream().mapToInt(Weight::of).sum();
  }

  private static int of(MatchExpression expression) {
    int values = expression.values().stream().mapToInt(value -> value.length() + 3).sum();
    return FIELD + FIELD + expression.key().length() + values;
  }

  private static int of(PortRule ports) {
    int names = ports.serverNames().stream().mapToInt(name -> name.length() + 3).sum();
    int http =
        ports.rules().stream().flatMap(r -> r.httpRules().stream()).mapToInt(Weight::of).sum();
    int dns =
        ports.rules().stream()
            .flatMap(r -> r.dnsRules().stream())
            .mapToInt(n -> n.toString().length())
            .sum();
    return FIELD + FIELD * ports.ports().size() + names + http + dns;
  }

  private static int of(HttpRule rule) {
    // Each character of an expression may be a backslash, which JSON doubles.
    int texts =
        rule.path().map(String::length).orElse(0)
            + rule.method().map(String::length).orElse(0)
            + rule.host().map(String::length).orElse(0);
    return FIELD
        + 2 * texts
        + rule.headers().stream().mapToInt(header -> 2 * header.length() + 3).sum();
  }
}
