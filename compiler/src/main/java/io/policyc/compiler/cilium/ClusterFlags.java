package io.policyc.compiler.cilium;

/// Switches of a Cilium installation that decide which policies it takes.
///
/// @param l7Proxy `enable-l7-proxy`
/// @param icmpRules `enable-icmp-rules`
/// @param nodeSelectors `enable-node-selector-labels`, for `fromNodes` and `toNodes`
/// @param extendedProtocols `enable-extended-ip-protocols`, for protocols without ports
/// @param mutualAuth `mesh-auth-enabled`; where it is off, the operator calls a policy that asks
///   for authentication invalid
public record ClusterFlags(
    boolean l7Proxy,
    boolean icmpRules,
    boolean nodeSelectors,
    boolean extendedProtocols,
    boolean mutualAuth) {
  /// Cilium's defaults, but with mutual authentication: who writes it has switched it on.
  public static final ClusterFlags DEFAULT = new ClusterFlags(true, true, false, false, true);
}
