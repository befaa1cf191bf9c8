package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// One item of `fromGroups` or `toGroups`: addresses that a cloud provider knows.
public record GroupPeer(Optional<Aws> aws) {
  /// Network interfaces of AWS, by labels and security groups.
  ///
  /// @param region deprecated and unused by Cilium
  public record Aws(
      SortedMap<String, String> labels,
      List<String> securityGroupsIds,
      List<String> securityGroupsNames,
      Optional<String> region) {
    public Aws {
      labels = Sorted.copy(labels);
      securityGroupsIds = List.copyOf(securityGroupsIds);
      securityGroupsNames = List.copyOf(securityGroupsNames);
    }
  }
}
