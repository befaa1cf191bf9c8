package io.policyc.policies.admission;

import io.policyc.compiler.model.Requirement;
import io.policyc.compiler.model.Workload;
import java.util.List;
import java.util.stream.Stream;

/// Pods, and what sentences say of them.
///
/// @param pods the pods
/// @param requirements what is asked of them
/// @param unknown what is asked of them if their namespace has certain labels, which are not known
/// @param workloads the declared workloads that they belong to
public record PodFacts(
    Pods pods,
    List<Requirement> requirements,
    List<Requirement> unknown,
    List<Workload> workloads) {
  public PodFacts {
    requirements = List.copyOf(requirements);
    unknown = List.copyOf(unknown);
    workloads = List.copyOf(workloads);
  }

  /// What is asked of them in one kind of sentence.
  <T extends Requirement> Stream<T> requirements(Class<T> kind) {
    return requirements.stream().filter(kind::isInstance).map(kind::cast);
  }
}
