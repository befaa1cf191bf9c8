package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import io.policyc.findings.Related;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /// The checks that a stricter one stands for, which no longer would if those were not asked.
  ///
  /// @param without ids of checks that let everything pass
  List<Violation> evaluate(Pod pod, PodSecurity security, Set<String> without) {
    Set<String> known = checks.stream().map(PodSecurityCheck::id).collect(Collectors.toSet());
    return security.checks(policy, without).stream()
        .filter(one -> !known.contains(one.id()))
        .map(one -> one.judge(pod))
        .flatMap(Optional::stream)
        .toList();
  }

  /// The same finding with the one who asks.
  Finding explain(Finding finding) {
    return because.map(one -> finding.withRelated(one.at(), one.message())).orElse(finding);
  }
}
