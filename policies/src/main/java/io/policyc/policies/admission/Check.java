package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.List;
import java.util.Set;

/// One rule about objects.
public interface Check {
  /// What findings of this rule carry; Pod Security checks keep Kubernetes' own ids.
  String id();

  /// What is found in an object, in the order of its fields.
  ///
  /// @return empty when the object is allowed; never an opinion about a value of a wrong type,
  ///   which reading the manifest has refused
  List<Finding> findings(AdmissionFacts facts);

  /// What this rule could not look at: the facts are not there.
  default Set<Doubt> doubts(AdmissionFacts facts) {
    return Set.of();
  }
}
