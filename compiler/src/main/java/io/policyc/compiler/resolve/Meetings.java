package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload;
import io.policyc.findings.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds grants that may meet at one sender, receiver and port and ask for different authentication
/// or server names: Cilium would demand both of both.
///
/// Grants lie in boxes by receiver, guard and ports, so that a pair of boxes is compared before any
/// pair of grants, and senders are looked up by name.
final class Meetings {
  /// @param ports what it is guarded on; empty for everything
  /// @param ping whether it is a ping, which has no port
  private record Shape(Guard guard, List<PortRange> ports, boolean ping) {
    static Shape of(Conversation conversation) {
      return new Shape(
          Guard.of(conversation),
          Guard.ports(conversation),
          conversation instanceof Conversation.Ping);
    }

    boolean meets(Shape other) {
      if (ping || other.ping) {
        return (ping || ports.isEmpty()) && (other.ping || other.ports.isEmpty());
      }
      return ports.isEmpty()
          || other.ports.isEmpty()
          || ports.stream().anyMatch(p -> other.ports.stream().anyMatch(p::overlaps));
    }
  }

  private static final int MOST_COMPARISONS = 5_000_000;

  private final Report report;
  private final Effort effort = new Effort(MOST_COMPARISONS);
  private final Neighbours neighbours;
  private final ModelText text = new ModelText();
  private final Map<String, Map<Shape, Box>> boxes = new LinkedHashMap<>();
  private final Map<String, Peer> receivers = new LinkedHashMap<>();
  private final Map<String, Peer> wide = new LinkedHashMap<>();
  private final OutsideIndex outside = new OutsideIndex(effort);
  private final Map<String, Set<String>> near = new HashMap<>();
  private final Set<Span> told = new HashSet<>();

  Meetings(Report report, Collection<Workload> workloads) {
    this.report = report;
    this.neighbours = new Neighbours(workloads, effort);
  }

  /// Reports every sentence that meets an earlier one in this way.
  ///
  /// @param grants in the order of the text
  void check(List<Grant> grants) {
    if (grants.stream().allMatch(g -> Guard.of(g.conversation()).isNone())) {
      return;
    }
    for (int i = 0; i < grants.size(); i++) {
      put(grants.get(i), i);
    }
    boxes.forEach((receiver, shapes) -> shapes.forEach((shape, box) -> meet(receiver, shape, box)));
    if (effort.isSpent() && told.isEmpty()) {
      tooMany(grants);
    }
  }

  // Where some were told, the others are told once those are mended.
  private void tooMany(List<Grant> grants) {
    grants.stream()
        .filter(grant -> !Guard.of(grant.conversation()).isNone())
        .findFirst()
        .ifPresent(
            grant ->
                report.add(
                    Code.PC0331
                        .at(
                            grant.origin().sentence(),
                            "too many grants may meet to compare what they ask for")
                        .withHelp(
                            "give the workloads of a namespace different values of one label, such"
                                + " as `app`")));
  }

  private void put(Grant grant, int at) {
    String receiver = key(grant.receiver());
    Shape shape = Shape.of(grant.conversation());
    if (receivers.putIfAbsent(receiver, grant.receiver()) == null) {
      sort(receiver, grant.receiver());
    }
    boxes
        .computeIfAbsent(receiver, _ -> new LinkedHashMap<>())
        .computeIfAbsent(shape, _ -> new Box(neighbours, effort))
        .add(grant, at, key(grant.sender()));
  }

  private void sort(String key, Peer receiver) {
    if (receiver instanceof Peer.Outside(var external)) {
      outside.add(key, external);
    } else if (workload(receiver).isEmpty()) {
      wide.put(key, receiver);
    }
  }

  // Only boxes with a guard look for others: of two that differ, one has one.
  private void meet(String receiver, Shape shape, Box box) {
    if (shape.guard().isNone()) {
      return;
    }
    for (String other : near.computeIfAbsent(receiver, this::near)) {
      Map<Shape, Box> others = boxes.getOrDefault(other, Map.of());
      if (effort.spend(others.size())) {
        others.forEach((otherShape, otherBox) -> meet(shape, box, otherShape, otherBox));
      }
    }
  }

  private void meet(Shape shape, Box box, Shape otherShape, Box otherBox) {
    if (!shape.guard().equals(otherShape.guard()) && shape.meets(otherShape)) {
      box.meet(otherBox, this::tell);
    }
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

  private void tell(Box.Placed a, Box.Placed b) {
    Grant first = (a.at() < b.at() ? a : b).grant();
    Grant second = (a.at() < b.at() ? b : a).grant();
    Guard guard = Guard.of(second.conversation());
    if (told.add(second.origin().sentence())) {
      report.add(
          Code.PC0316
              .at(
                  second.origin().sentence(),
                  "this grant and another one for the same sender, receiver and port differ in "
                      + guard.differsFrom(Guard.of(first.conversation())))
              .withRelated(first.origin().sentence(), "the other one")
              .withHelp("ask for the same in both: Cilium would demand it of both"));
    }
  }

  /// The workload that an end is, or lies in.
  static Optional<Workload> workload(Peer peer) {
    return peer instanceof Peer.Pods pods && pods.named() ? pods.workload() : Optional.empty();
  }

  private String key(Peer peer) {
    return workload(peer).map(Workload::qualifiedName).orElseGet(() -> text.peer(peer));
  }
}
