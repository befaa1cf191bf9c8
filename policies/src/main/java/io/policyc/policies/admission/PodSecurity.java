package io.policyc.policies.admission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Kubernetes' Pod Security admission, to the letter of its messages.
///
/// Source: k8s.io/pod-security-admission v0.37.2, policy/registry.go.
///
/// @param kubernetes the release whose `latest` counts: an API server of v1.33 knows nothing of
///   what v1.34 added, whatever version a namespace asks for
public record PodSecurity(PodSecurityVersion kubernetes) {
  /// The newest minor version with a change of its own; later ones mean the same.
  public static final PodSecurityVersion NEWEST_KNOWN = PodSecurityVersion.of(37);

  /// As the newest known release decides.
  public static final PodSecurity NEWEST = new PodSecurity(NEWEST_KNOWN);

  /// Holds a pod against a policy.
  ///
  /// @return the checks that it fails, in the server's order; empty when it is allowed
  public List<Violation> evaluate(LevelVersion policy, Pod pod) {
    return checks(policy).stream().map(one -> one.judge(pod)).flatMap(Optional::stream).toList();
  }

  /// What the server says of a pod that fails: `violates PodSecurity "restricted:latest":
  /// privileged (container "c" must not …), …`.
  public static String message(LevelVersion policy, List<Violation> violations) {
    return "violates PodSecurity \""
        + policy
        + "\": "
        + violations.stream().map(Violation::text).collect(Collectors.joining(", "));
  }

  /// The checks of a policy: of each the newest revision that its version has, without those that
  /// another one overrides.
  public List<PodSecurityCheck> checks(LevelVersion policy) {
    return checks(policy, Set.of());
  }

  /// The checks of a policy if some were not asked: what they override then is.
  ///
  /// @param without their ids
  List<PodSecurityCheck> checks(LevelVersion policy, Set<String> without) {
    if (policy.level() == PodSecurityLevel.PRIVILEGED) {
      return List.of();
    }
    List<PodSecurityCheck> found = new ArrayList<>();
    Set<String> overridden = new HashSet<>();
    for (PodSecurityCheck check : revisions(policy.version()).values()) {
      if (check.level().compareTo(policy.level()) <= 0 && !without.contains(check.id())) {
        found.add(check);
        overridden.addAll(check.overrides());
      }
    }
    found.removeIf(check -> overridden.contains(check.id()));
    return found;
  }

  private Map<String, PodSecurityCheck> revisions(PodSecurityVersion asked) {
    OptionalLong minor = asked.olderOf(kubernetes).minor();
    Map<String, PodSecurityCheck> newest = new LinkedHashMap<>();
    for (PodSecurityCheck check : Checks.POD_SECURITY) {
      if (check.from() <= minor.orElse(Long.MAX_VALUE)) {
        newest.put(check.id(), check);
      }
    }
    return newest;
  }
}
