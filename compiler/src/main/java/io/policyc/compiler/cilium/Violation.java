package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;

/// Something in a policy that the API server, Cilium or Envoy refuses.
///
/// @param line which rule refuses it: `2a.…` the API server's schema, `2b.…` Cilium's own
///   `Rule.Sanitize`, `envoy.…` the proxy, `version.…` what means less in the version aimed at
/// @param path the field in error
/// @param message lower-case, no full stop
public record Violation(String line, ObjectPath path, String message) {
  /// The violation as an error about an object.
  public Finding finding() {
    return Code.PC0708.of(message).withPath(path);
  }
}
