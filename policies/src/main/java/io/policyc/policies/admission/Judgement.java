package io.policyc.policies.admission;

import io.policyc.manifests.Manifest;
import java.util.List;

/// An object, and what becomes of it.
///
/// @param object the object
/// @param decision what becomes of it
/// @param podSecurity what an API server says of its pods, `violates PodSecurity
///   "restricted:latest": …`; one for each policy that they violate
public record Judgement(Manifest object, Decision decision, List<String> podSecurity) {
  public Judgement {
    podSecurity = List.copyOf(podSecurity);
  }
}
