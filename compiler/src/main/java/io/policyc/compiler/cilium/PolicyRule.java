package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// A `spec`, or one item of `specs`.
///
/// @param description free text
/// @param endpointSelector the pods it is about; Cilium wants this or the next
/// @param nodeSelector the nodes it is about, in a cluster-wide policy only
/// @param enableDefaultDeny what it closes
/// @param ingress empty: the field is not there
/// @param ingressDeny empty: the field is not there
/// @param egress empty: the field is not there
/// @param egressDeny empty: the field is not there
/// @param labels to find it again
/// @param log shown in Hubble's `policy_log`; up to 32 printable characters (1.18)
public record PolicyRule(
    Optional<String> description,
    Optional<EndpointSelector> endpointSelector,
    Optional<EndpointSelector> nodeSelector,
    DefaultDeny enableDefaultDeny,
    List<AllowRule> ingress,
    List<DenyRule> ingressDeny,
    List<AllowRule> egress,
    List<DenyRule> egressDeny,
    List<RuleLabel> labels,
    Optional<String> log) {
  public PolicyRule {
    ingress = fromPeers(ingress);
    ingressDeny = fromPeers(ingressDeny);
    egress = List.copyOf(egress);
    egressDeny = List.copyOf(egressDeny);
    labels = List.copyOf(labels);
  }

  /// A rule about these pods that says nothing yet; Cilium refuses it as it is.
  public static PolicyRule about(EndpointSelector pods) {
    return new PolicyRule(
        Optional.empty(),
        Optional.of(pods),
        Optional.empty(),
        DefaultDeny.UNSAID,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /// The same with this description.
  public PolicyRule withDescription(String text) {
    return new PolicyRule(
        Optional.of(text),
        endpointSelector,
        nodeSelector,
        enableDefaultDeny,
        ingress,
        ingressDeny,
        egress,
        egressDeny,
        labels,
        log);
  }

  /// The same with this default.
  public PolicyRule withDefaultDeny(DefaultDeny deny) {
    return new PolicyRule(
        description,
        endpointSelector,
        nodeSelector,
        deny,
        ingress,
        ingressDeny,
        egress,
        egressDeny,
        labels,
        log);
  }

  /// The same with these rules for what comes in.
  public PolicyRule withIngress(List<AllowRule> allow, List<DenyRule> deny) {
    return new PolicyRule(
        description,
        endpointSelector,
        nodeSelector,
        enableDefaultDeny,
        allow,
        deny,
        egress,
        egressDeny,
        labels,
        log);
  }

  /// The same with these rules for what goes out.
  public PolicyRule withEgress(List<AllowRule> allow, List<DenyRule> deny) {
    return new PolicyRule(
        description,
        endpointSelector,
        nodeSelector,
        enableDefaultDeny,
        ingress,
        ingressDeny,
        allow,
        deny,
        labels,
        log);
  }

  private static <R extends TrafficRule> List<R> fromPeers(List<R> rules) {
    for (R rule : rules) {
      for (Peers peers : rule.peers()) {
        if (peers instanceof Peers.Services || peers instanceof Peers.Fqdns) {
          throw new IllegalArgumentException("there is no `from" + peers.field() + "`");
        }
      }
    }
    return List.copyOf(rules);
  }
}
