package io.policyc.policies.admission;

import io.policyc.manifests.Manifest;
import java.util.List;

/// Everything that a check may know; whoever asks gathers it first.
///
/// @param object the object that is judged
/// @param namespace where it belongs; empty for an object that belongs to none
/// @param pods the pods that it makes, and what is asked of them
/// @param cluster what the whole input says
public record AdmissionFacts(
    Manifest object, String namespace, List<PodFacts> pods, Cluster cluster) {
  public AdmissionFacts {
    pods = List.copyOf(pods);
  }

  /// Whether the object is of a kind, of whatever version.
  boolean is(String group, String kind) {
    return object.kind().equals(kind) && object.group().equals(group);
  }
}
