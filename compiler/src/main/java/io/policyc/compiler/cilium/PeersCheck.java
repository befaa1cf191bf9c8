package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// Judges selectors and the `from…` and `to…` fields of rules.
final class PeersCheck {
  private final Violations violations;

  PeersCheck(Violations violations) {
    this.violations = violations;
  }

  /// Judges the fields of one entry.
  void check(List<Peers> fields, At entry, boolean ingress) {
    String way = ingress ? "from" : "to";
    twoKinds(fields, entry, way);
    for (Peers peers : fields) {
      At at = entry.child(way + peers.field());
      switch (peers) {
        case Peers.Endpoints(var selectors) -> selectors(selectors, at);
        case Peers.Nodes(var selectors) -> nodes(selectors, at);
        case Peers.Cidrs(var cidrs) -> cidrs(cidrs, at);
        case Peers.CidrSet(var rules) -> cidrSet(rules, at);
        case Peers.Entities(var entities) -> entities(entities, at);
        case Peers.Services(var services) -> services(services, at);
        case Peers.Fqdns(var names) -> names(names, at);
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

  private void selectors(List<EndpointSelector> selectors, At at) {
    for (int i = 0; i < selectors.size(); i++) {
      selector(selectors.get(i), at.item(i));
    }
  }

  private void nodes(List<EndpointSelector> selectors, At at) {
    if (!selectors.isEmpty() && !violations.flags().nodeSelectors()) {
      violations.add("2b.5", at, "selecting nodes is switched off in the cluster");
    }
    selectors(selectors, at);
  }

  /// Judges a selector of pods, nodes or groups of addresses.
  void selector(EndpointSelector selector, At at) {
    selector.matchLabels().forEach((key, value) -> label(key, value, at.child("matchLabels")));
    for (int i = 0; i < selector.matchExpressions().size(); i++) {
      expression(selector.matchExpressions().get(i), at.child("matchExpressions").item(i));
    }
  }

  private void label(String key, String value, At at) {
    key(key, at.child(key));
    if (!Syntax.isLabelValue(value)) {
      violations.add("2a.15", at.child(key), "`" + value + "` is no value of a label");
    }
  }

  private void key(String key, At at) {
    boolean today = violations.version().atLeast(CiliumVersion.V1_20);
    if (!(today ? Syntax.isCiliumKey(key) : Syntax.isOldCiliumKey(key))) {
      violations.add(
          "2b.2",
          at,
          "`%s` is no key of a label for Cilium %s".formatted(key, violations.version().text()));
    }
  }

  private void expression(MatchExpression expression, At at) {
    key(expression.key(), at.child("key"));
    boolean wantsValues =
        switch (expression.operator()) {
          case IN, NOT_IN -> true;
          case EXISTS, DOES_NOT_EXIST -> false;
        };
    if (wantsValues == expression.values().isEmpty()) {
      violations.add(
          "2b.2",
          at.child("values"),
          "`%s` takes %s"
              .formatted(
                  expression.operator().word(), wantsValues ? "at least one value" : "no values"));
    }
    for (int i = 0; i < expression.values().size(); i++) {
      String value = expression.values().get(i);
      if (!Syntax.isLabelValue(value)) {
        violations.add(
            "2b.2", at.child("values").item(i), "`" + value + "` is no value of a label");
      }
    }
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
    rule.cidrGroupSelector().ifPresent(selector -> groups(selector, at.child("cidrGroupSelector")));
    for (int i = 0; i < rule.except().size(); i++) {
      except(outer, rule.except().get(i), at.child("except").item(i));
    }
  }

  // Before 1.20 the labels of a group could not be said with a source.
  private void groups(EndpointSelector selector, At at) {
    selector(selector, at);
    boolean source =
        selector.matchLabels().keySet().stream().anyMatch(key -> key.indexOf(':') >= 0)
            || selector.matchExpressions().stream().anyMatch(e -> e.key().indexOf(':') >= 0);
    if (source && !violations.version().atLeast(CiliumVersion.V1_20)) {
      violations.add("2b.2", at, "the labels of a group have no source before Cilium 1.20");
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

  // Only the schema looks at the selector of services.
  private void services(List<ServicePeer> services, At at) {
    for (int i = 0; i < services.size(); i++) {
      At selector = at.item(i).child("k8sServiceSelector").child("selector");
      services
          .get(i)
          .k8sServiceSelector()
          .ifPresent(
              labels ->
                  labels
                      .selector()
                      .matchLabels()
                      .forEach((key, value) -> value(key, value, selector)));
    }
  }

  private void value(String key, String value, At selector) {
    if (!Syntax.isLabelValue(value)) {
      violations.add(
          "2a.15",
          selector.child("matchLabels").child(key),
          "`" + value + "` is no value of a label");
    }
  }

  /// Judges names of hosts.
  void names(List<FqdnSelector> names, At at) {
    for (int i = 0; i < names.size(); i++) {
      FqdnSelector name = names.get(i);
      At item = at.item(i);
      if (name.matchName().isPresent() == name.matchPattern().isPresent()) {
        violations.add("2a.6", item, "exactly one of `matchName` and `matchPattern` is wanted");
      }
      name.matchName().ifPresent(text -> name(text, false, item.child("matchName")));
      name.matchPattern().ifPresent(text -> pattern(text, item.child("matchPattern")));
    }
  }

  private void name(String text, boolean wildcard, At at) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '.' && !Syntax.isHostCharacter(text.charAt(i), wildcard)) {
        violations.add("2b.16", at, "`" + text + "` has a character that no name of a host has");
        return;
      }
    }
    if (!Syntax.isHostName(text, wildcard)) {
      violations.add("2a.19", at, "`" + text + "` is no name of a host");
    } else if (text.length() > 255) {
      violations.add("2a.19", at, "`" + text + "` is longer than 255 characters");
    }
  }

  private void pattern(String text, At at) {
    name(text, true, at);
    if (text.startsWith("**") && !violations.version().atLeast(CiliumVersion.V1_19)) {
      violations.add(
          "version.fqdn",
          at,
          "`" + text + "` means one level only in Cilium " + violations.version().text());
    }
  }
}
