package io.policyc.compiler.cilium;

import java.util.Arrays;
import java.util.Optional;

/// A minor version of Cilium that documents can be aimed at, the oldest first.
public enum CiliumVersion {
  V1_18("1.18"),
  V1_19("1.19"),
  V1_20("1.20");

  private final String text;

  CiliumVersion(String text) {
    this.text = text;
  }

  /// `1.20`, as settings and messages spell it.
  public String text() {
    return text;
  }

  /// Whether this version is the other one or newer.
  public boolean atLeast(CiliumVersion other) {
    return compareTo(other) >= 0;
  }

  /// The version that a text such as `1.20` or `1.20.2` names; empty for one that is not aimed at.
  public static Optional<CiliumVersion> parse(String text) {
    return Arrays.stream(values())
        .filter(v -> text.equals(v.text) || text.startsWith(v.text + "."))
        .findFirst();
  }
}
