package io.policyc.compiler.model;

import java.util.List;

/// What a whole input means; the only thing that emitters, meaning and admission see.
///
/// Every list is sorted by content, so that the order of sentences and of files never matters.
///
/// @param namespaces every namespace that the input names
/// @param workloads every declared workload, foreign ones too
/// @param externals every declared external
/// @param grants one for each pair of sender and receiver
/// @param lookups what `may resolve` adds
/// @param denials one for each pair of sender and receiver
/// @param promises `never` and `expect`
/// @param watches `alert when` and `no alert when`
/// @param requirements what may be created
/// @param runtimeClasses the RuntimeClasses that the cluster has, as far as the input says
/// @param exemptions objects that some checks let pass, those whose time is over too
public record Model(
    List<Namespace> namespaces,
    List<Workload> workloads,
    List<External> externals,
    List<Grant> grants,
    List<Lookup> lookups,
    List<Denial> denials,
    List<Promise> promises,
    List<Watch> watches,
    List<Requirement> requirements,
    List<RuntimeClass> runtimeClasses,
    List<Exemption> exemptions) {
  public Model {
    namespaces = List.copyOf(namespaces);
    workloads = List.copyOf(workloads);
    externals = List.copyOf(externals);
    grants = List.copyOf(grants);
    lookups = List.copyOf(lookups);
    denials = List.copyOf(denials);
    promises = List.copyOf(promises);
    watches = List.copyOf(watches);
    requirements = List.copyOf(requirements);
    runtimeClasses = List.copyOf(runtimeClasses);
    exemptions = List.copyOf(exemptions);
  }
}
