package io.policyc.compiler;

/// How versions of the Pod Security Standards are written: `latest`, `v1.34`.
///
/// Source: k8s.io/pod-security-admission v0.37.2 api/helpers.go, ParseVersion: `latest` or
/// `^v1\.([0-9]|[1-9][0-9]*)$`.
public final class PodSecurityVersions {
  /// Digits of the greatest number that an API server reads, 2^63 - 1.
  private static final String GREATEST = Long.toString(Long.MAX_VALUE);

  private PodSecurityVersions() {}

  /// Whether a text is a version: `1.34`, `v1.34.1`, `v1.034` and `v2.0` are none.
  public static boolean isVersion(String text) {
    return text.equals("latest") || (text.startsWith("v1.") && isNumber(text.substring(3)));
  }

  private static boolean isNumber(String digits) {
    boolean padded = digits.length() > 1 && digits.charAt(0) == '0';
    return !digits.isEmpty()
        && !padded
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && (digits.length() < GREATEST.length()
            || (digits.length() == GREATEST.length() && digits.compareTo(GREATEST) <= 0));
  }
}
