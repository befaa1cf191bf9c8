package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.List;

/// A check that a pod fails: what the server says of it, and where in the pod it is.
///
/// @param check the check's id
/// @param reason what the server always prints, `host namespaces`
/// @param detail what it puts in brackets behind it, `hostNetwork=true, hostPID=true`
/// @param findings one for each field, at least one
public record Violation(String check, String reason, String detail, List<Finding> findings) {
  /// @throws IllegalArgumentException when there are no findings
  public Violation {
    findings = List.copyOf(findings);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a violation without a finding: " + check);
    }
  }

  /// `host namespaces (hostNetwork=true, hostPID=true)`
  public String text() {
    return detail.isEmpty() ? reason : reason + " (" + detail + ")";
  }
}
