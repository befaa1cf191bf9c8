package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Optional;

/// Rules that say nothing, which are written `{}`.
final class PolicyRules {
  /// A spec without any field.
  static final PolicyRule EMPTY =
      new PolicyRule(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          DefaultDeny.UNSAID,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  /// A rule without any field.
  static final DenyRule DENY_NOTHING = new DenyRule(List.of(), List.of(), List.of(), Comments.NONE);

  private PolicyRules() {}
}
