package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.TrafficRule;
import io.policyc.findings.ObjectPath;
import java.util.List;

/// A finished rule with what stands behind it.
///
/// @param rule an AllowRule or a DenyRule
/// @param causes what stands behind the whole of it
/// @param parts what stands behind parts of it, by their path below the rule
record Laid<R extends TrafficRule>(R rule, Causes causes, List<Part> parts) {
  Laid {
    parts = List.copyOf(parts);
  }

  /// @param path `.toPorts[0].rules.http[2]`
  record Part(String path, Causes causes) {
    ObjectPath below(ObjectPath rule) {
      return new ObjectPath(rule.text() + path);
    }
  }
}
