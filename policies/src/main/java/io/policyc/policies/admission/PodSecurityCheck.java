package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.List;
import java.util.Optional;

/// One revision of a check of the Pod Security Standards.
///
/// Two revisions of a check share an id and differ in [#from]; the newest that is not newer than
/// the policy's version counts.
public interface PodSecurityCheck extends Check {
  /// The loosest level that has this check; never [PodSecurityLevel#PRIVILEGED].
  PodSecurityLevel level();

  /// The first minor version of the standards that this revision counts for: 8 is `v1.8`.
  int from();

  /// Ids of baseline checks that are not asked where this one is.
  default List<String> overrides() {
    return List.of();
  }

  /// Holds a pod against this revision.
  ///
  /// @return empty when the pod passes
  Optional<Violation> judge(Pod pod);

  @Override
  default List<Finding> findings(AdmissionFacts facts) {
    return facts.pods().stream()
        .flatMap(one -> one.pods().pod().stream())
        .flatMap(pod -> judge(pod).stream())
        .flatMap(violation -> violation.findings().stream())
        .toList();
  }
}
