package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;

/// What is found wrong in one policy, and what it is judged by.
final class Violations {
  private final CiliumVersion version;
  private final ClusterFlags flags;
  private final RegexRules regexes;
  private final List<Violation> found = new ArrayList<>(0);

  Violations(CiliumVersion version, ClusterFlags flags, RegexRules regexes) {
    this.version = version;
    this.flags = flags;
    this.regexes = regexes;
  }

  /// The version that must accept the policy.
  CiliumVersion version() {
    return version;
  }

  /// What is switched on in the cluster.
  ClusterFlags flags() {
    return flags;
  }

  /// What is known about regular expressions.
  RegexRules regexes() {
    return regexes;
  }

  /// What has been found.
  List<Violation> found() {
    return found;
  }

  /// Adds something that is wrong.
  void add(String line, At at, String message) {
    found.add(new Violation(line, at.path(), message));
  }
}
