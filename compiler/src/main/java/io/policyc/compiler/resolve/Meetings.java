package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Finds grants that may meet at one sender and receiver, of those whose shapes say that they are
/// of interest to each other.
///
/// Grants lie in boxes by receiver and shape, so that a pair of boxes is compared before any pair
/// of grants, and senders are looked up by name.
///
/// @param <S> what a grant is about at its receiver
final class Meetings<S> {
  /// Which shapes are of interest to each other.
  interface Shapes<S> {
    /// Whether grants of this shape look for others.
    boolean seeks(S shape);

    /// Whether one that looks for others looks for these.
    boolean meets(S seeking, S other);
  }

  private final Effort effort;
  private final Shapes<S> shapes;
  private final Neighbours neighbours;
  private final ModelText text = new ModelText();
  private final Map<String, Map<S, Box>> boxes = new LinkedHashMap<>();
  private final Map<String, Peer> receivers = new LinkedHashMap<>();
  private final Map<String, Peer> wide = new LinkedHashMap<>();
  private final OutsideIndex outside;
  private final Map<String, Set<String>> near = new HashMap<>();

  /// @param effort what comparing may cost; what is beyond it is left out
  Meetings(Collection<Workload> workloads, Effort effort, Shapes<S> shapes) {
    this.effort = effort;
    this.shapes = shapes;
    this.neighbours = new Neighbours(workloads, effort);
    this.outside = new OutsideIndex(effort);
  }

  /// Adds a grant; grants come in the order of their places.
  ///
  /// @param at its place among all grants
  void put(Grant grant, int at, S shape) {
    String receiver = text.peer(grant.receiver());
    if (receivers.putIfAbsent(receiver, grant.receiver()) == null) {
      sort(receiver, grant.receiver());
    }
    boxes
        .computeIfAbsent(receiver, _ -> new LinkedHashMap<>())
        .computeIfAbsent(shape, _ -> new Box(neighbours, effort))
        .add(grant, at, text.peer(grant.sender()));
  }

  private void sort(String key, Peer receiver) {
    if (receiver instanceof Peer.Outside(var external)) {
      outside.add(key, external);
    } else if (workload(receiver).isEmpty()) {
      wide.put(key, receiver);
    }
  }

  /// Tells of all grants that look for others, those of one sender, receiver and shape together,
  /// each with all that may meet them, in lists of one sender, receiver and shape.
  void each(BiConsumer<List<Box.Placed>, List<List<Box.Placed>>> tell) {
    boxes.forEach(
        (receiver, inside) ->
            inside.forEach(
                (shape, box) -> {
                  if (shapes.seeks(shape)) {
                    box.meet(others(receiver, shape), tell);
                  }
                }));
  }

  private List<Box> others(String receiver, S shape) {
    List<Box> others = new ArrayList<>();
    for (String other : near.computeIfAbsent(receiver, this::near)) {
      Map<S, Box> there = boxes.getOrDefault(other, Map.of());
      if (effort.spend(there.size())) {
        there.forEach(
            (otherShape, box) -> {
              if (shapes.meets(shape, otherShape)) {
                others.add(box);
              }
            });
      }
    }
    return others;
  }

  private Set<String> near(String key) {
    Peer receiver = Optional.ofNullable(receivers.get(key)).orElseThrow();
    Set<String> keys = new LinkedHashSet<>();
    if (receiver instanceof Peer.Outside(var external)) {
      keys.addAll(outside.near(key, external));
    }
    workload(receiver).ifPresent(w -> keys.addAll(neighbours.of(w)));
    Map<String, Peer> others = keys.isEmpty() ? receivers : wide;
    if (!effort.spend(others.size())) {
      return keys;
    }
    others.forEach(
        (other, peer) -> {
          if (Peers.mayOverlap(receiver, peer)) {
            keys.add(other);
          }
        });
    return keys;
  }

  /// The workload that an end is.
  static Optional<Workload> workload(Peer peer) {
    return peer instanceof Peer.Pods pods && pods.named() ? pods.workload() : Optional.empty();
  }
}
