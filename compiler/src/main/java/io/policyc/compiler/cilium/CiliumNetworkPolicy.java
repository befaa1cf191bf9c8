package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A CiliumNetworkPolicy, `apiVersion: cilium.io/v2`, as of Cilium 1.18 to 1.20.
///
/// Constructors refuse only what no YAML could say; what Cilium refuses is [Sanitize]'s to find, so
/// that an object that exists can be read and judged.
///
/// @param spec one rule
/// @param specs more rules; empty: the field is not there
/// @param comments lines at the head of the document
public record CiliumNetworkPolicy(
    Metadata metadata, Optional<PolicyRule> spec, List<PolicyRule> specs, Comments comments) {
  public CiliumNetworkPolicy {
    specs = List.copyOf(specs);
  }

  /// A policy of one rule.
  public static CiliumNetworkPolicy of(Metadata metadata, PolicyRule spec) {
    return new CiliumNetworkPolicy(metadata, Optional.of(spec), List.of(), Comments.NONE);
  }

  /// The same with these lines at its head.
  public CiliumNetworkPolicy withComments(Comments lines) {
    return new CiliumNetworkPolicy(metadata, spec, specs, lines);
  }

  /// `spec` and then `specs`.
  public List<PolicyRule> rules() {
    List<PolicyRule> all = new ArrayList<>(specs.size() + 1);
    spec.ifPresent(all::add);
    all.addAll(specs);
    return all;
  }
}
