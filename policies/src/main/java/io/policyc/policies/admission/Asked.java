package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.findings.Related;
import java.util.List;
import java.util.Optional;

/// A policy of Pod Security, and who asks for it.
///
/// @param policy what pods are held against
/// @param checks its checks, in the server's order
/// @param because the label or the sentence; empty for a setting
record Asked(LevelVersion policy, List<PodSecurityCheck> checks, Optional<Related> because) {
  Asked {
    checks = List.copyOf(checks);
  }

  /// Holds a pod against it.
  List<Violation> evaluate(Pod pod) {
    return checks.stream().map(one -> one.judge(pod)).flatMap(Optional::stream).toList();
  }

  /// The same finding with the one who asks.
  Finding explain(Finding finding) {
    return because.map(one -> finding.withRelated(one.at(), one.message())).orElse(finding);
  }
}
