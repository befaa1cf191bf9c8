package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// Judges the `from…` and `to…` fields of rules.
final class PeersCheck {
  private final Violations violations;
  private final SelectorCheck selectors;
  private final HostNameCheck names;

  PeersCheck(Violations violations) {
    this.violations = violations;
    this.selectors = new SelectorCheck(violations);
    this.names = new HostNameCheck(violations);
  }

  /// Judges the fields of one entry.
  void check(List<Peers> fields, At entry, boolean ingress) {
    String way = ingress ? "from" : "to";
    twoKinds(fields, entry, way);
    for (Peers peers : fields) {
      At at = entry.child(way + peers.field());
      switch (peers) {
        case Peers.Endpoints(var pods) -> selectors(pods, at);
        case Peers.Nodes(var nodes) -> nodes(nodes, at);
        case Peers.Cidrs(var cidrs) -> cidrs(cidrs, at);
        case Peers.CidrSet(var rules) -> cidrSet(rules, at);
        case Peers.Entities(var entities) -> entities(entities, at);
        case Peers.Services(var services) -> services(services, at);
        case Peers.Fqdns(var hosts) -> names.check(hosts, at);
        case Peers.Groups _ -> {} // Cilium takes any.
      }
    }
  }

  private void twoKinds(List<Peers> fields, At entry, String way) {
    Optional<Peers> first = Optional.empty();
    for (Peers peers : fields) {
      if (peers.size() > 0 && first.isPresent()) {
        violations.add(
            "2b.3",
            entry,
            "`%s%s` and `%s%s` stand in one entry"
                .formatted(way, first.get().field(), way, peers.field()));
        return;
      }
      first = peers.size() > 0 ? Optional.of(peers) : first;
    }
  }

  private void selectors(List<EndpointSelector> all, At at) {
    for (int i = 0; i < all.size(); i++) {
      selectors.check(all.get(i), at.item(i));
    }
  }

  private void nodes(List<EndpointSelector> nodes, At at) {
    if (!nodes.isEmpty() && !violations.flags().nodeSelectors()) {
      violations.add("2b.5", at, "selecting nodes is switched off in the cluster");
    }
    selectors(nodes, at);
  }

  private void cidrs(List<String> cidrs, At at) {
    for (int i = 0; i < cidrs.size(); i++) {
      cidr(cidrs.get(i), at.item(i));
    }
  }

  private Optional<IpPrefix> cidr(String text, At at) {
    Optional<IpPrefix> prefix = IpPrefix.parse(text);
    if (prefix.isEmpty()) {
      String hint = IpPrefix.isAddress(text) ? " (an address needs its `/32` or `/128`)" : "";
      violations.add("2a.7", at, "`" + text + "` is no range of addresses" + hint);
    }
    return prefix;
  }

  private void cidrSet(List<CidrRule> rules, At at) {
    for (int i = 0; i < rules.size(); i++) {
      cidrRule(rules.get(i), at.item(i));
    }
  }

  private void cidrRule(CidrRule rule, At at) {
    int said =
        (rule.cidr().isPresent() ? 1 : 0)
            + (rule.cidrGroupRef().isPresent() ? 1 : 0)
            + (rule.cidrGroupSelector().isPresent() ? 1 : 0);
    if (said != 1) {
      violations.add(
          "2a.8", at, "exactly one of `cidr`, `cidrGroupRef` and `cidrGroupSelector` is wanted");
    }
    Optional<IpPrefix> outer = rule.cidr().flatMap(text -> cidr(text, at.child("cidr")));
    rule.cidrGroupRef().ifPresent(name -> groupName(name, at.child("cidrGroupRef")));
    rule.cidrGroupSelector()
        .ifPresent(groups -> selectors.checkGroups(groups, at.child("cidrGroupSelector")));
    for (int i = 0; i < rule.except().size(); i++) {
      except(outer, rule.except().get(i), at.child("except").item(i));
    }
  }

  private void groupName(String name, At at) {
    if (!Syntax.isSubdomain(name)) {
      violations.add("2a.19", at, "`" + name + "` is no name of a group of addresses");
    }
  }

  private void except(Optional<IpPrefix> outer, String text, At at) {
    Optional<IpPrefix> inner = cidr(text, at);
    if (outer.isEmpty() || inner.isEmpty()) {
      return;
    }
    boolean narrower =
        outer.get().bits() <= inner.get().bits()
            || !violations.version().atLeast(CiliumVersion.V1_20);
    if (!narrower || !outer.get().containsAddressOf(inner.get())) {
      violations.add("2b.15", at, "`" + text + "` does not lie in the `cidr`");
    }
  }

  private void entities(List<Entity> entities, At at) {
    for (int i = 0; i < entities.size(); i++) {
      if (entities.get(i) == Entity.CLUSTER_MESH
          && !violations.version().atLeast(CiliumVersion.V1_20)) {
        violations.add(
            "2b.6",
            at.item(i),
            "Cilium %s does not know `cluster-mesh`".formatted(violations.version().text()));
      }
    }
  }

  private void services(List<ServicePeer> services, At at) {
    for (int i = 0; i < services.size(); i++) {
      At labels = at.item(i).child("k8sServiceSelector");
      services.get(i).k8sServiceSelector().ifPresent(by -> selectors.values(by.selector(), labels));
    }
  }
}
