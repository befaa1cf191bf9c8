package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.AllowRule;
import io.policyc.compiler.cilium.CidrRule;
import io.policyc.compiler.cilium.DenyRule;
import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.FqdnSelector;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.cilium.MatchExpression;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.cilium.PortDenyRule;
import io.policyc.compiler.cilium.PortRule;
import io.policyc.compiler.cilium.TrafficRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    int sum = 0;
    for (Laid<R> laid : rules) {
      sum += of(laid.rule());
    }
    return sum;
  }

  private static int of(TrafficRule rule) {
    int sum = FIELD;
    for (Peers peers : rule.peers()) {
      sum += of(peers);
    }
    switch (rule) {
      case AllowRule allow -> {
        for (PortRule ports : allow.toPorts()) {
          sum += of(ports);
        }
      }
      case DenyRule deny -> {
        for (PortDenyRule ports : deny.toPorts()) {
          sum += FIELD + FIELD * ports.ports().size();
        }
      }
    }
    return sum;
  }

  private static int of(Peers peers) {
    int sum = FIELD;
    switch (peers) {
      case Peers.Endpoints(var selectors) -> {
        for (EndpointSelector selector : selectors) {
          sum += of(selector);
        }
      }
      case Peers.Fqdns(var names) -> {
        for (FqdnSelector name : names) {
          sum += name.toString().length();
        }
      }
      case Peers.CidrSet(var rules) -> {
        for (CidrRule rule : rules) {
          sum += rule.toString().length();
        }
      }
      case Peers.Cidrs _, Peers.Entities _, Peers.Nodes _, Peers.Groups _, Peers.Services _ ->
          sum += FIELD * peers.size();
    }
    return sum;
  }

  private static int of(EndpointSelector selector) {
    int sum = FIELD;
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      sum += label.getKey().length() + label.getValue().length() + 6;
    }
    for (MatchExpression expression : selector.matchExpressions()) {
      sum += FIELD + FIELD + expression.key().length();
      for (String value : expression.values()) {
        sum += value.length() + 3;
      }
    }
    return sum;
  }

  private static int of(PortRule ports) {
    int sum = FIELD + FIELD * ports.ports().size();
    for (String name : ports.serverNames()) {
      sum += name.length() + 3;
    }
    if (ports.rules().isPresent()) {
      for (HttpRule rule : ports.rules().get().httpRules()) {
        sum += of(rule);
      }
      for (FqdnSelector name : ports.rules().get().dnsRules()) {
        sum += name.toString().length();
      }
    }
    return sum;
  }

  private static int of(HttpRule rule) {
    // Each character of an expression may be a backslash, which JSON doubles.
    int sum = FIELD + 2 * (of(rule.path()) + of(rule.method()) + of(rule.host()));
    for (String header : rule.headers()) {
      sum += 2 * header.length() + 3;
    }
    return sum;
  }

  private static int of(Optional<String> text) {
    return text.isPresent() ? text.get().length() : 0;
  }
}
