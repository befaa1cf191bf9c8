package io.policyc.compiler.model;

import io.policyc.findings.Span;
import java.util.List;

/// Something outside the cluster, part of `world`.
///
/// @param namespace where its name is declared; empty for one above the first `namespace` line
/// @param hosts name patterns in lower case: `*` within a label, `**` across labels
/// @param ranges address ranges
/// @param cidrGroups names of CiliumCIDRGroups
/// @param ports empty for every port and protocol
/// @param declared the declaration's name
public record External(
    String namespace,
    String name,
    List<String> hosts,
    List<Range> ranges,
    List<String> cidrGroups,
    List<PortRange> ports,
    Span declared) {
  public External {
    hosts = hosts.stream().sorted().distinct().toList();
    ranges = List.copyOf(ranges);
    cidrGroups = cidrGroups.stream().sorted().distinct().toList();
    ports = ports.stream().sorted().distinct().toList();
  }

  /// `shop/stripe`
  public String qualifiedName() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /// `203.0.113.0/24 except 203.0.113.7/32`
  ///
  /// @param cidr in canonical form, no host bits set
  /// @param except ranges inside `cidr`, canonical and sorted
  public record Range(String cidr, List<String> except) {
    public Range {
      except = except.stream().sorted().distinct().toList();
    }
  }
}
