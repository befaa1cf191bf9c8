package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Grants to one receiver that ask for the same on the same ports, by sender.
final class Box {
  /// @param at its place among all grants
  record Placed(Grant grant, int at) {}

  private final Neighbours neighbours;
  private final Effort effort;
  private final Map<String, List<Placed>> named = new LinkedHashMap<>();
  private final Map<String, List<Placed>> groups = new LinkedHashMap<>();

  Box(Neighbours neighbours, Effort effort) {
    this.neighbours = neighbours;
    this.effort = effort;
  }

  /// Adds a grant; grants come in the order of their places.
  void add(Grant grant, int at, String sender) {
    Map<String, List<Placed>> all = Meetings.workload(grant.sender()).isPresent() ? named : groups;
    all.computeIfAbsent(sender, _ -> new ArrayList<>()).add(new Placed(grant, at));
  }

  /// Tells of pairs of grants in this box and another one that a sender may have in common: of each
  /// grant that has one before it, at least one pair.
  void meet(Box other, BiConsumer<Placed, Placed> tell) {
    for (List<Placed> here : named.values()) {
      other.byNames(sender(here)).forEach(there -> meet(here, there, tell));
      overlapping(other.groups, sender(here)).forEach(there -> meet(here, there, tell));
    }
    for (List<Placed> here : groups.values()) {
      overlapping(other.groups, sender(here)).forEach(there -> meet(here, there, tell));
      overlapping(other.named, sender(here)).forEach(there -> meet(here, there, tell));
    }
  }

  // Whatever has one before it has the first one before it.
  private static void meet(List<Placed> here, List<Placed> there, BiConsumer<Placed, Placed> tell) {
    here.forEach(placed -> tell.accept(placed, there.getFirst()));
    there.forEach(placed -> tell.accept(here.getFirst(), placed));
  }

  private static Peer sender(List<Placed> placed) {
    return placed.getFirst().grant().sender();
  }

  private List<List<Placed>> byNames(Peer sender) {
    Optional<Workload> workload = Meetings.workload(sender);
    List<String> near = workload.map(neighbours::of).orElse(List.of());
    if (!effort.spend(near.size())) {
      return List.of();
    }
    return near.stream().flatMap(name -> Optional.ofNullable(named.get(name)).stream()).toList();
  }

  private List<List<Placed>> overlapping(Map<String, List<Placed>> senders, Peer sender) {
    if (!effort.spend(senders.size())) {
      return List.of();
    }
    return senders.values().stream().filter(s -> Peers.mayOverlap(sender, sender(s))).toList();
  }
}
