package io.policyc.cli.check;

import io.policyc.policies.admission.PodSecurityVersion;
import java.util.Optional;

/// Versions of Kubernetes as people write them.
final class Releases {
  private Releases() {}

  /// `1.36`, `v1.36` or `v1.36.4`: patches make no difference to what is refused.
  static Optional<PodSecurityVersion> parse(String text) {
    String number = text.startsWith("v") ? text.substring(1) : text;
    String[] parts = number.split("\\.", -1);
    boolean patched = parts.length == 3 && PodSecurityVersion.parse("v1." + parts[2]).isPresent();
    return parts.length == 2 || patched
        ? PodSecurityVersion.parse("v" + parts[0] + "." + parts[1])
        : Optional.empty();
  }
}
