package io.policyc.policies.admission;

/// Everything that a check may know; whoever asks gathers it first.
///
/// @param pod the pod, or what stands in its controller's template
public record AdmissionFacts(Pod pod) {}
