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

/// Grants of one shape to one receiver, by sender.
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

  /// Tells of the grants of each sender with those in other boxes that it may have in common with
  /// another sender.
  void meet(List<Box> others, BiConsumer<List<Placed>, List<List<Placed>>> tell) {
    if (others.isEmpty()) {
      return;
    }
    for (List<Placed> here : named.values()) {
      List<List<Placed>> there = new ArrayList<>();
      for (Box other : others) {
        other.byNames(sender(here), there);
        overlapping(other.groups, sender(here), there);
      }
      tell.accept(here, there);
    }
    for (List<Placed> here : groups.values()) {
      List<List<Placed>> there = new ArrayList<>();
      for (Box other : others) {
        overlapping(other.groups, sender(here), there);
        overlapping(other.named, sender(here), there);
      }
      tell.accept(here, there);
    }
  }

  private static Peer sender(List<Placed> placed) {
    return placed.getFirst().grant().sender();
  }

  private void byNames(Peer sender, List<List<Placed>> into) {
    Optional<Workload> workload = Meetings.workload(sender);
    List<String> near = workload.map(neighbours::of).orElse(List.of());
    if (effort.spend(near.size())) {
      near.forEach(name -> Optional.ofNullable(named.get(name)).ifPresent(into::add));
    }
  }

  private void overlapping(
      Map<String, List<Placed>> senders, Peer sender, List<List<Placed>> into) {
    if (effort.spend(senders.size())) {
      senders.values().stream().filter(s -> Peers.mayOverlap(sender, sender(s))).forEach(into::add);
    }
  }
}
