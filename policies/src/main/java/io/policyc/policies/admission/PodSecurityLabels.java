package io.policyc.policies.admission;

import io.policyc.findings.Finding;
import java.util.List;

/// Denies namespaces with a label of Pod Security that Kubernetes cannot read.
///
/// Source: k8s.io/pod-security-admission v0.37.2 admission/admission.go, ValidateNamespace: the API
/// server refuses to create such a namespace. Fields: `metadata.labels`
/// `pod-security.kubernetes.io/{enforce,audit,warn}[-version]`. Allowed: `privileged`, `baseline`,
/// `restricted`; `latest`, `v1.29`.
record PodSecurityLabels() implements Check {
  @Override
  public String id() {
    return NamespacePolicy.RULE;
  }

  @Override
  public List<Finding> findings(AdmissionFacts facts) {
    return facts.is("", "Namespace")
        ? NamespacePolicy.of(facts.object().root(), NamespacePolicy.PRIVILEGED).findings()
        : List.of();
  }
}
