package io.policyc.compiler.cilium;

/// The `mode` of a rule's `authentication` (mutual authentication, deprecated in Cilium 1.20).
public enum AuthenticationMode {
  /// None is asked for.
  DISABLED("disabled"),
  /// Packets are dropped until both ends have proved who they are.
  REQUIRED("required"),
  /// Never succeeds, for tests.
  TEST_ALWAYS_FAIL("test-always-fail");

  private final String word;

  AuthenticationMode(String word) {
    this.word = word;
  }

  /// As YAML spells it.
  public String word() {
    return word;
  }
}
