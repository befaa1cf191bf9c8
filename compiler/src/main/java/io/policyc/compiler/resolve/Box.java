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
  private final Map<String, Placed> named = new LinkedHashMap<>();
  private final List<Placed> others = new ArrayList<>();

  Box(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  void add(Grant grant, int at) {
    Placed placed = new Placed(grant, at);
    Optional<Workload> workload = Meetings.workload(grant.sender());
    if (workload.isPresent()) {
      named.putIfAbsent(workload.get().qualifiedName(), placed);
    } else {
      others.add(placed);
    }
  }

  /// Tells of pairs of grants in this box and another one that a sender may have in common.
  void meet(Box other, BiConsumer<Placed, Placed> tell) {
    for (Placed placed : named.values()) {
      other.byNames(placed).forEach(b -> tell.accept(placed, b));
      other.overlapping(placed).forEach(b -> tell.accept(placed, b));
    }
    for (Placed placed : others) {
      other.overlapping(placed).forEach(b -> tell.accept(placed, b));
      other.named.values().stream()
          .filter(b -> overlap(placed, b))
          .forEach(b -> tell.accept(placed, b));
    }
  }

  private List<Placed> byNames(Placed placed) {
    Optional<Workload> workload = Meetings.workload(placed.grant().sender());
    return workload.stream()
        .flatMap(w -> neighbours.of(w).stream())
        .flatMap(name -> Optional.ofNullable(named.get(name)).stream())
        .toList();
  }

  private List<Placed> overlapping(Placed placed) {
    return others.stream().filter(b -> overlap(placed, b)).toList();
  }

  private static boolean overlap(Placed a, Placed b) {
    Peer one = a.grant().sender();
    return Peers.mayOverlap(one, b.grant().sender());
  }
}
