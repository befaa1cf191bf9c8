package io.policyc.tests.peers;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Policies and the identities that may talk under them.
///
/// @param id the name of the world; loading another one of that name replaces it
/// @param policies YAML: any number of policies and CIDR groups
public record World(
    String id, String policies, List<Identity> identities, List<CidrGroup> cidrGroups) {
  public World {
    identities = List.copyOf(identities);
    cidrGroups = List.copyOf(cidrGroups);
  }

  /// Gives a world without CIDR groups.
  public World(String id, String policies, List<Identity> identities) {
    this(id, policies, identities, List.of());
  }

  /// A CiliumCIDRGroup.
  public record CidrGroup(String name, Map<String, String> labels, List<String> cidrs) {
    public CidrGroup {
      labels = Map.copyOf(labels);
      cidrs = List.copyOf(cidrs);
    }

    private ObjectNode json() {
      ObjectNode json = Json.object().put("name", name);
      json.set("labels", Json.strings(labels));
      json.set("cidrs", Json.strings(cidrs));
      return json;
    }
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("op", "load").put("id", id).put("policies", policies);
    json.set("identities", Json.array(identities, Identity::json));
    json.set("cidrGroups", Json.array(cidrGroups, CidrGroup::json));
    return json;
  }
}
