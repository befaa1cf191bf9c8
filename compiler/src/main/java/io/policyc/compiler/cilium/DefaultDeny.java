package io.policyc.compiler.cilium;

import java.util.Optional;

/// A rule's `enableDefaultDeny`: whether what nothing allows is refused for the selected pods.
///
/// @param ingress absent: whether the rule has ingress rules
/// @param egress absent: whether the rule has egress rules
public record DefaultDeny(Optional<Boolean> ingress, Optional<Boolean> egress) {
  /// Says nothing, so each direction that has rules is closed.
  public static final DefaultDeny UNSAID = new DefaultDeny(Optional.empty(), Optional.empty());

  /// Whether it says nothing.
  public boolean isUnsaid() {
    return ingress.isEmpty() && egress.isEmpty();
  }
}
