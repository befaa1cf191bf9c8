package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds policies that are fine one by one and go wrong for a pod that several are about.
///
/// Cilium merges all entries for the same peer, protocol and port, of whatever policy; where that
/// fails, the pod's whole policy isn't renewed. Two policies of one namespace are taken to be about
/// one pod unless their selectors exclude each other by a label.
public final class Conflicts {
  /// More are of no help to anybody.
  private static final int MAX_FOUND = 100;

  private final List<CiliumNetworkPolicy> policies;
  private final List<Conflict> found = new ArrayList<>();

  private Conflicts(List<CiliumNetworkPolicy> policies) {
    this.policies = policies;
  }

  /// The conflicts among policies, up to a hundred, in the order of the policies.
  public static List<Conflict> find(List<CiliumNetworkPolicy> policies) {
    Conflicts conflicts = new Conflicts(policies);
    conflicts.search();
    return List.copyOf(conflicts.found);
  }

  // Most outputs have no entry that could clash, so peers are named only where one is.
  private void search() {
    Set<MergeKey> special = new HashSet<>();
    MergeUses.forEach(
        policies,
        (key, use) -> {
          if (use.features().special()) {
            special.add(key);
          }
        });
    if (!special.isEmpty()) {
      buckets(special).values().forEach(this::bucket);
    }
  }

  private Map<MergeKey, List<MergeUse>> buckets(Set<MergeKey> special) {
    Map<MergeKey, List<MergeUse>> buckets = new LinkedHashMap<>();
    MergeUses.forEach(
        policies,
        (key, use) -> {
          if (special.contains(key)) {
            for (String peer : PeerKeys.of(key.namespace(), use.peers())) {
              buckets.computeIfAbsent(key.withPeer(peer), _ -> new ArrayList<>()).add(use);
            }
          }
        });
    return buckets;
  }

  // Entries with the same features never clash, and there are few kinds of features.
  private void bucket(List<MergeUse> uses) {
    Map<MergeFeatures, List<MergeUse>> kinds = new LinkedHashMap<>();
    uses.forEach(use -> kinds.computeIfAbsent(use.features(), _ -> new ArrayList<>()).add(use));
    List<MergeFeatures> features = List.copyOf(kinds.keySet());
    for (int i = 1; i < features.size() && found.size() < MAX_FOUND; i++) {
      for (int j = 0; j < i && found.size() < MAX_FOUND; j++) {
        MergeFeatures a = features.get(j);
        MergeFeatures b = features.get(i);
        Optional<Conflict.Kind> kind = a.clash(b);
        kind.ifPresent(
            clash ->
                pairs(clash, kinds.getOrDefault(a, List.of()), kinds.getOrDefault(b, List.of())));
      }
    }
  }

  private void pairs(Conflict.Kind kind, List<MergeUse> some, List<MergeUse> others) {
    SubjectIndex index = new SubjectIndex(others);
    for (MergeUse use : some) {
      if (found.size() >= MAX_FOUND) {
        return;
      }
      index.anyOverlapping(use.subject()).ifPresent(other -> add(kind, use, other));
    }
  }

  private void add(Conflict.Kind kind, MergeUse a, MergeUse b) {
    Conflict conflict = new Conflict(kind, place(a), place(b));
    if (!found.contains(conflict)) {
      found.add(conflict);
    }
  }

  private Conflict.Place place(MergeUse use) {
    Metadata metadata = policies.get(use.policy()).metadata();
    String namespace = metadata.namespace().map(name -> name + "/").orElse("");
    return new Conflict.Place(use.policy(), namespace + metadata.name(), use.at().path());
  }
}
