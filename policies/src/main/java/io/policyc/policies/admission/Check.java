package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.List;

/// One rule about pods.
public interface Check {
  /// What findings of this rule carry; Pod Security checks keep Kubernetes' own ids.
  String id();

  /// What is found in a pod, in the order of its fields.
  ///
  /// @return empty when the pod is allowed; never an opinion about a value of a wrong type, which
  ///   reading the manifest has refused
  List<Finding> findings(AdmissionFacts facts);
}
