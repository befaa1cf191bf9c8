package io.policyc.compiler.cilium;

import java.util.List;

/// One `from…` or `to…` field of a rule: peers of one kind, any of which may be meant.
///
/// A rule without any such field means every peer; one with an empty list (`fromEndpoints: []`)
/// means none. Cilium refuses a rule with peers of two kinds.
public sealed interface Peers {
  /// How many alternatives there are.
  int size();

  /// The field's name after `from` or `to`, `Endpoints` for instance.
  String field();

  /// `fromEndpoints: [{matchLabels: {app: web}}]`
  record Endpoints(List<EndpointSelector> selectors) implements Peers {
    public Endpoints {
      selectors = List.copyOf(selectors);
    }

    @Override
    public int size() {
      return selectors.size();
    }

    @Override
    public String field() {
      return "Endpoints";
    }
  }

  /// `fromCIDR: [203.0.113.0/24]`
  record Cidrs(List<String> cidrs) implements Peers {
    public Cidrs {
      cidrs = List.copyOf(cidrs);
    }

    @Override
    public int size() {
      return cidrs.size();
    }

    @Override
    public String field() {
      return "CIDR";
    }
  }

  /// `fromCIDRSet: [{cidr: 203.0.113.0/24, except: [203.0.113.7/32]}]`
  record CidrSet(List<CidrRule> rules) implements Peers {
    public CidrSet {
      rules = List.copyOf(rules);
    }

    @Override
    public int size() {
      return rules.size();
    }

    @Override
    public String field() {
      return "CIDRSet";
    }
  }

  /// `fromEntities: [world]`
  record Entities(List<Entity> entities) implements Peers {
    public Entities {
      entities = List.copyOf(entities);
    }

    @Override
    public int size() {
      return entities.size();
    }

    @Override
    public String field() {
      return "Entities";
    }
  }

  /// `fromNodes: [{matchLabels: {pool: edge}}]`
  record Nodes(List<EndpointSelector> selectors) implements Peers {
    public Nodes {
      selectors = List.copyOf(selectors);
    }

    @Override
    public int size() {
      return selectors.size();
    }

    @Override
    public String field() {
      return "Nodes";
    }
  }

  /// `fromGroups: [{aws: {…}}]`
  record Groups(List<GroupPeer> groups) implements Peers {
    public Groups {
      groups = List.copyOf(groups);
    }

    @Override
    public int size() {
      return groups.size();
    }

    @Override
    public String field() {
      return "Groups";
    }
  }

  /// `toServices: [{k8sService: {serviceName: db}}]`, in egress only
  record Services(List<ServicePeer> services) implements Peers {
    public Services {
      services = List.copyOf(services);
    }

    @Override
    public int size() {
      return services.size();
    }

    @Override
    public String field() {
      return "Services";
    }
  }

  /// `toFQDNs: [{matchName: api.stripe.com}]`, in `egress` only
  record Fqdns(List<FqdnSelector> names) implements Peers {
    public Fqdns {
      names = List.copyOf(names);
    }

    @Override
    public int size() {
      return names.size();
    }

    @Override
    public String field() {
      return "FQDNs";
    }
  }
}
