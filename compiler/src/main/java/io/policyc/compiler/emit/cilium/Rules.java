package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.AllowRule;
import io.policyc.compiler.cilium.AuthenticationMode;
import io.policyc.compiler.cilium.Comments;
import io.policyc.compiler.cilium.DenyRule;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.cilium.IcmpField;
import io.policyc.compiler.cilium.IcmpRule;
import io.policyc.compiler.cilium.L7Rules;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.cilium.PortDenyRule;
import io.policyc.compiler.cilium.PortProtocol;
import io.policyc.compiler.cilium.PortRule;
import io.policyc.compiler.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The entries of one side as rules, sorted by content.
final class Rules {
  static final List<IcmpRule> PING =
      List.of(
          new IcmpRule(
              List.of(
                  IcmpField.of(IcmpField.Family.IPV4, 8),
                  IcmpField.of(IcmpField.Family.IPV6, 128))));

  private static final String QUERY = "The last group of a path lets a query string follow.";

  /// Peers of one kind can stand in one rule.
  private record Shared(Class<? extends Peers> kind, Draft draft) {}

  private Rules() {}

  static List<Laid<AllowRule>> allow(Side side) {
    return rules(side, Rules::rule);
  }

  static List<Laid<DenyRule>> deny(Side side) {
    return rules(side, Rules::denial);
  }

  private static <R extends TrafficRule> List<Laid<R>> rules(
      Side side, BiFunction<Peers, Draft, Laid<R>> rule) {
    List<Laid<R>> rules = new ArrayList<>();
    merged(side)
        .forEach(
            (shared, fields) -> {
              for (Peers peers : PeerLists.joined(fields)) {
                for (Draft draft : Chunks.of(shared.draft())) {
                  rules.add(rule.apply(peers, draft));
                }
              }
            });
    return sorted(rules);
  }

  private static Map<Shared, List<Peers>> merged(Side side) {
    Map<Shared, List<Peers>> merged = new LinkedHashMap<>();
    for (Bucket bucket : side.buckets()) {
      for (Draft draft : bucket.drafts()) {
        Shared shared = new Shared(bucket.peers().getClass(), draft);
        merged.computeIfAbsent(shared, s -> new ArrayList<>()).add(bucket.peers());
      }
    }
    return merged;
  }

  // A rule's key is made once, not once for each comparison.
  private static <R extends TrafficRule> List<Laid<R>> sorted(List<Laid<R>> rules) {
    record Keyed<R extends TrafficRule>(String key, Laid<R> rule) {}
    if (rules.size() < 2) {
      return rules;
    }
    return rules.stream()
        .map(rule -> new Keyed<>(RuleKey.of(rule.rule()), rule))
        .sorted(Comparator.comparing(Keyed::key))
        .map(Keyed::rule)
        .toList();
  }

  private static Laid<AllowRule> rule(Peers peers, Draft draft) {
    AllowRule rule = AllowRule.of(peers).withPorts(ports(draft));
    rule = draft.ping() ? rule.withIcmps(PING) : rule;
    rule = draft.mutualAuth() ? rule.withAuthentication(AuthenticationMode.REQUIRED) : rule;
    List<String> lines = new ArrayList<>(causes(draft).lines());
    if (draft.requests().keySet().stream().anyMatch(Requests::admitsQuery)) {
      lines.add(QUERY);
    }
    return new Laid<>(rule.withComments(new Comments(lines)), draft.allCauses(), parts(draft));
  }

  private static Laid<DenyRule> denial(Peers peers, Draft draft) {
    List<PortDenyRule> ports = Ports.shut(draft.ports()).stream().map(PortDenyRule::of).toList();
    DenyRule rule = DenyRule.of(peers).withPorts(ports);
    return new Laid<>(
        rule.withComments(new Comments(draft.causes().lines())), draft.causes(), List.of());
  }

  /// What is said above the whole rule.
  private static Causes causes(Draft draft) {
    return draft.hasOneCause() ? draft.allCauses() : draft.causes();
  }

  private static List<PortRule> ports(Draft draft) {
    boolean proxied =
        !draft.requests().isEmpty() || !draft.queries().isEmpty() || !draft.serverNames().isEmpty();
    List<List<PortProtocol>> lists =
        proxied ? Ports.proxied(draft.ports()) : Ports.open(draft.ports());
    return lists.stream().map(list -> port(PortRule.of(list), draft)).toList();
  }

  private static PortRule port(PortRule ports, Draft draft) {
    if (!draft.requests().isEmpty()) {
      return ports.withRules(L7Rules.http(requests(draft)));
    }
    if (!draft.queries().isEmpty()) {
      return ports.withRules(L7Rules.dns(draft.queries()));
    }
    return draft.serverNames().isEmpty() ? ports : ports.withServerNames(draft.serverNames());
  }

  private static List<HttpRule> requests(Draft draft) {
    List<HttpRule> rules = new ArrayList<>();
    draft
        .requests()
        .forEach(
            (rule, causes) ->
                rules.add(
                    draft.hasOneCause() ? rule : rule.withComments(new Comments(causes.lines()))));
    return rules;
  }

  private static List<Laid.Part> parts(Draft draft) {
    List<Laid.Part> parts = new ArrayList<>();
    int at = 0;
    for (Causes causes : draft.requests().values()) {
      parts.add(new Laid.Part(".toPorts[0].rules.http[" + at++ + "]", causes));
    }
    return draft.hasOneCause() ? List.of() : parts;
  }
}
