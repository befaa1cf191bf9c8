package io.policyc.compiler.cilium;

import io.policyc.compiler.yaml.YamlOut;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes selectors and the `from…` and `to…` fields of rules.
final class PeersWriter {
  private static final CidrRule NO_CIDR =
      new CidrRule(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  private static final GroupPeer.Aws NO_AWS =
      new GroupPeer.Aws(Sorted.copy(Map.of()), List.of(), List.of(), Optional.empty());

  private final YamlOut yaml;

  PeersWriter(YamlOut yaml) {
    this.yaml = yaml;
  }

  /// The fields of a rule; `direction` is `from` or `to`.
  void write(String direction, List<Peers> fields) {
    for (Peers peers : fields) {
      String key = direction + peers.field();
      switch (peers) {
        case Peers.Endpoints(var selectors) -> list(key, selectors, this::item);
        case Peers.Nodes(var selectors) -> list(key, selectors, this::item);
        case Peers.Cidrs(var cidrs) -> yaml.stringsOrEmpty(key, cidrs);
        case Peers.CidrSet(var rules) -> list(key, rules, this::item);
        case Peers.Entities(var entities) ->
            yaml.stringsOrEmpty(key, entities.stream().map(Entity::word).toList());
        case Peers.Groups(var groups) -> list(key, groups, this::item);
        case Peers.Services(var services) -> list(key, services, this::item);
        case Peers.Fqdns(var names) -> list(key, names, this::item);
      }
    }
  }

  /// A selector under its key.
  void selector(String key, EndpointSelector selector) {
    if (selector.isEmpty()) {
      yaml.literal(key, "{}");
    } else {
      yaml.open(key);
      body(selector);
      yaml.close();
    }
  }

  /// A name or pattern of hosts as a list item.
  void item(FqdnSelector name) {
    if (name.matchName().isEmpty() && name.matchPattern().isEmpty()) {
      yaml.emptyItem();
    } else {
      yaml.item()
          .field("matchName", name.matchName())
          .field("matchPattern", name.matchPattern())
          .close();
    }
  }

  private <T> void list(String key, List<T> items, Consumer<T> item) {
    if (items.isEmpty()) {
      yaml.literal(key, "[]");
    } else {
      yaml.open(key);
      items.forEach(item);
      yaml.close();
    }
  }

  private void item(EndpointSelector selector) {
    if (selector.isEmpty()) {
      yaml.emptyItem();
    } else {
      yaml.item();
      body(selector);
      yaml.close();
    }
  }

  private void body(EndpointSelector selector) {
    yaml.map("matchLabels", selector.matchLabels());
    if (!selector.matchExpressions().isEmpty()) {
      yaml.open("matchExpressions");
      for (MatchExpression expression : selector.matchExpressions()) {
        yaml.item()
            .field("key", expression.key())
            .field("operator", expression.operator().word())
            .strings("values", expression.values())
            .close();
      }
      yaml.close();
    }
  }

  private void item(CidrRule rule) {
    if (rule.equals(NO_CIDR)) {
      yaml.emptyItem();
      return;
    }
    yaml.item().field("cidr", rule.cidr()).field("cidrGroupRef", rule.cidrGroupRef());
    rule.cidrGroupSelector().ifPresent(groups -> selector("cidrGroupSelector", groups));
    yaml.strings("except", rule.except()).close();
  }

  private void item(GroupPeer group) {
    if (group.aws().isEmpty()) {
      yaml.emptyItem();
      return;
    }
    yaml.item();
    aws(group.aws().get());
    yaml.close();
  }

  private void aws(GroupPeer.Aws aws) {
    if (aws.equals(NO_AWS)) {
      yaml.literal("aws", "{}");
      return;
    }
    yaml.open("aws")
        .map("labels", aws.labels())
        .strings("securityGroupsIds", aws.securityGroupsIds())
        .strings("securityGroupsNames", aws.securityGroupsNames())
        .field("region", aws.region())
        .close();
  }

  private void item(ServicePeer service) {
    if (service.k8sService().isEmpty() && service.k8sServiceSelector().isEmpty()) {
      yaml.emptyItem();
      return;
    }
    yaml.item();
    service.k8sService().ifPresent(this::service);
    service.k8sServiceSelector().ifPresent(this::services);
    yaml.close();
  }

  private void service(ServicePeer.ByName service) {
    if (service.serviceName().isEmpty() && service.namespace().isEmpty()) {
      yaml.literal("k8sService", "{}");
    } else {
      yaml.open("k8sService")
          .field("serviceName", service.serviceName())
          .field("namespace", service.namespace())
          .close();
    }
  }

  private void services(ServicePeer.ByLabels services) {
    yaml.open("k8sServiceSelector");
    selector("selector", services.selector());
    yaml.field("namespace", services.namespace()).close();
  }
}
