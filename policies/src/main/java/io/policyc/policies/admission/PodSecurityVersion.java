package io.policyc.policies.admission;

import java.util.Optional;
import java.util.OptionalLong;

/// A version of the Pod Security Standards: `v1.29`, or `latest`.
///
/// @param minor what follows `v1.`; empty is `latest`
public record PodSecurityVersion(OptionalLong minor) {
  /// The newest that the program knows which decides.
  public static final PodSecurityVersion LATEST = new PodSecurityVersion(OptionalLong.empty());

  /// @throws IllegalArgumentException for a negative number
  public PodSecurityVersion {
    if (minor.isPresent() && minor.getAsLong() < 0) {
      throw new IllegalArgumentException("v1." + minor.getAsLong());
    }
  }

  /// The version `v1.<minor>`.
  public static PodSecurityVersion of(long minor) {
    return new PodSecurityVersion(OptionalLong.of(minor));
  }

  /// Reads `latest` or `v1.29`.
  ///
  /// Source: k8s.io/pod-security-admission v0.37.2 api/helpers.go, ParseVersion.
  ///
  /// @return empty for anything else: `1.29`, `v1.29.3`, `v1.029`, `v2.0`, a number beyond 64 bits
  public static Optional<PodSecurityVersion> parse(String text) {
    if (text.equals("latest")) {
      return Optional.of(LATEST);
    }
    return text.startsWith("v1.") ? number(text.substring(3)) : Optional.empty();
  }

  private static Optional<PodSecurityVersion> number(String digits) {
    boolean padded = digits.length() > 1 && digits.charAt(0) == '0';
    // 2^63 has 19 digits: more of them are no number of 64 bits.
    if (digits.isEmpty() || digits.length() > 19 || padded || !onlyDigits(digits)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Long.parseLong(digits)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean onlyDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// The older of two; `latest` is newer than every number.
  PodSecurityVersion olderOf(PodSecurityVersion other) {
    return asNumber() <= other.asNumber() ? this : other;
  }

  private long asNumber() {
    return minor.orElse(Long.MAX_VALUE);
  }

  @Override
  public String toString() {
    return minor.isPresent() ? "v1." + minor.getAsLong() : "latest";
  }
}
