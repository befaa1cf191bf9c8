package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// One item of `fromCIDRSet` or `toCIDRSet`. Cilium wants exactly one of the first three.
///
/// @param cidr `203.0.113.0/24`
/// @param cidrGroupRef the name of a CiliumCIDRGroup
/// @param cidrGroupSelector labels of CiliumCIDRGroups
/// @param except prefixes inside `cidr` that this item leaves out; another item can let them in
public record CidrRule(
    Optional<String> cidr,
    Optional<String> cidrGroupRef,
    Optional<EndpointSelector> cidrGroupSelector,
    List<String> except) {
  public CidrRule {
    except = List.copyOf(except);
  }

  /// A prefix without those inside it.
  public static CidrRule cidr(String cidr, List<String> except) {
    return new CidrRule(Optional.of(cidr), Optional.empty(), Optional.empty(), except);
  }

  /// A CiliumCIDRGroup by its name.
  public static CidrRule group(String name) {
    return new CidrRule(Optional.empty(), Optional.of(name), Optional.empty(), List.of());
  }
}
