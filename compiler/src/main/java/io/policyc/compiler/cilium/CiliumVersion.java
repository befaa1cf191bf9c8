package io.policyc.compiler.cilium;

import java.util.Optional;

/// A minor version of Cilium that policies can be made for, the oldest first.
public enum CiliumVersion {
  /// Cilium 1.18.
  V1_18("1.18"),
  /// Cilium 1.19.
  V1_19("1.19"),
  /// Cilium 1.20.
  V1_20("1.20");

  private final String text;

  CiliumVersion(String text) {
    this.text = text;
  }

  /// As settings spell it, `1.20`.
  public String text() {
    return text;
  }

  /// Whether it is the other version or a later one.
  public boolean atLeast(CiliumVersion other) {
    return compareTo(other) >= 0;
  }

  /// The version of a text such as `1.20`, `v1.20` or `1.20.2`.
  ///
  /// @return empty when nothing is known about that version
  public static Optional<CiliumVersion> parse(String text) {
    String number = text.startsWith("v") ? text.substring(1) : text;
    for (CiliumVersion version : values()) {
      if (number.equals(version.text) || isPatchOf(number, version.text)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  private static boolean isPatchOf(String number, String minor) {
    int length = minor.length() + 1;
    return number.startsWith(minor + ".")
        && number.length() > length
        && number.substring(length).chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
