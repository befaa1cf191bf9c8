package io.policyc.policies.admission;

import java.util.Locale;
import java.util.Optional;

/// How strict a namespace is with its pods, the loosest first.
public enum PodSecurityLevel {
  /// Everything is allowed.
  PRIVILEGED,
  /// What is known to give a pod power over its node is refused.
  BASELINE,
  /// A pod must also give up what it does not need.
  RESTRICTED;

  /// `privileged`, `baseline` or `restricted`, as labels and messages spell it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a level, in lower case only.
  ///
  /// @return empty for anything else; what that means is for the caller to say: Kubernetes takes it
  ///   for `restricted` where it enforces, for `privileged` where it only warns
  public static Optional<PodSecurityLevel> parse(String text) {
    return switch (text) {
      case "privileged" -> Optional.of(PRIVILEGED);
      case "baseline" -> Optional.of(BASELINE);
      case "restricted" -> Optional.of(RESTRICTED);
      default -> Optional.empty();
    };
  }
}
