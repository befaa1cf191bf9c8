package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/// Goes through all entries that allow something, as they are keyed when Cilium merges them.
///
/// Rules that deny are left out: they win without being merged.
final class MergeUses {
  private final BiConsumer<MergeKey, MergeUse> each;
  private int policy;
  private String namespace = "";

  private MergeUses(BiConsumer<MergeKey, MergeUse> each) {
    this.each = each;
  }

  /// Names each entry with its key, in which the peer is left out.
  static void forEach(List<CiliumNetworkPolicy> policies, BiConsumer<MergeKey, MergeUse> each) {
    MergeUses uses = new MergeUses(each);
    for (int i = 0; i < policies.size(); i++) {
      uses.policy(i, policies.get(i));
    }
  }

  private void policy(int index, CiliumNetworkPolicy object) {
    policy = index;
    namespace = object.metadata().namespace().orElse("");
    object.spec().ifPresent(rule -> rule(rule, At.ROOT.child("spec")));
    for (int i = 0; i < object.specs().size(); i++) {
      rule(object.specs().get(i), At.ROOT.child("specs").item(i));
    }
  }

  private void rule(PolicyRule rule, At at) {
    if (rule.endpointSelector().isPresent()) {
      EndpointSelector subject = rule.endpointSelector().get();
      rules(rule.ingress(), subject, at.child("ingress"), true);
      rules(rule.egress(), subject, at.child("egress"), false);
    }
  }

  private void rules(List<AllowRule> rules, EndpointSelector subject, At at, boolean ingress) {
    for (int i = 0; i < rules.size(); i++) {
      rule(rules.get(i), subject, at.item(i), ingress);
    }
  }

  private void rule(AllowRule rule, EndpointSelector subject, At at, boolean ingress) {
    if (rule.toPorts().isEmpty() && rule.icmps().isEmpty() && !rule.peers().isEmpty()) {
      MergeUse use = new MergeUse(policy, subject, at, rule.peers(), MergeFeatures.of(rule));
      each.accept(key(ingress, "ANY", "0", 0), use);
    }
    for (int i = 0; i < rule.toPorts().size(); i++) {
      PortRule ports = rule.toPorts().get(i);
      At place = at.child("toPorts").item(i);
      ports(ports, ingress, use(rule, ports, subject, place));
    }
    for (int i = 0; i < rule.icmps().size(); i++) {
      MergeUse use = new MergeUse(policy, subject, at, rule.peers(), MergeFeatures.of(rule));
      rule.icmps().get(i).fields().forEach(field -> icmp(field, ingress, use));
    }
  }

  private MergeUse use(AllowRule rule, PortRule ports, EndpointSelector subject, At at) {
    return new MergeUse(policy, subject, at, rule.peers(), MergeFeatures.of(rule, ports));
  }

  private void ports(PortRule ports, boolean ingress, MergeUse use) {
    for (PortProtocol port : ports.ports()) {
      String text = port.port().orElse("0");
      OptionalInt number = Syntax.portNumber(text);
      String name =
          number.isPresent() && !Syntax.isPortName(text)
              ? Integer.toString(number.getAsInt())
              : text.toLowerCase(Locale.ROOT);
      if (port.effectiveProtocol() == Protocol.ANY) {
        each.accept(key(ingress, "TCP", name, port.endPort().orElse(0)), use);
        each.accept(key(ingress, "UDP", name, port.endPort().orElse(0)), use);
        each.accept(key(ingress, "SCTP", name, port.endPort().orElse(0)), use);
      } else {
        String protocol = port.effectiveProtocol().name();
        each.accept(key(ingress, protocol, name, port.endPort().orElse(0)), use);
      }
    }
  }

  private void icmp(IcmpField field, boolean ingress, MergeUse use) {
    String family = field.family().orElse(IcmpField.Family.IPV4).name();
    each.accept(key(ingress, "ICMP " + family, field.type(), 0), use);
  }

  private MergeKey key(boolean ingress, String protocol, String port, int endPort) {
    return new MergeKey(namespace, ingress, protocol, port, endPort, "");
  }
}
